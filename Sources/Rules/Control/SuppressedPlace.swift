import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// The place of a suppression, taken apart.
struct SuppressedPlace {
    /// A file, or the folder of a listing, from the root of the content folder.
    let path: String
    /// What follows `#`: an anchor of a page, a JSON pointer, or the id of an object in a manifest.
    let part: String?

    init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        path = parts[0].hasSuffix("/") ? String(parts[0].dropLast()) : parts[0]
        part = parts.count == 2 ? parts[1] : nil
    }

    /// Whether all listings lie in it, those of tomorrow among them.
    var isWholeDirectory: Bool { path == "integrations" }

    /// - Parameter file: the finding's file, from the root of the content folder.
    func covers(_ diagnostic: Diagnostic, in file: String, parts: inout PartFinder) -> Bool {
        guard let range = diagnostic.range, file == path || file.hasPrefix(path + "/") else { return false }
        guard let part else { return true }
        return parts.range(of: part, in: range.path)?.contains(range.bytes) ?? false
    }
}

/// Finds parts of files, each part once however many findings lie in the file.
struct PartFinder {
    private let sources: SourceLookup
    private var found: [[String]: ByteRange?] = [:]

    init(_ sources: @escaping SourceLookup) {
        self.sources = sources
    }

    mutating func range(of part: String, in path: String) -> ByteRange? {
        if let known = found[[path, part]] { return known }
        let range = sources(path).flatMap { bytes in
            let file = SourceFile(path: path, name: String(path.split(separator: "/").last ?? ""), bytes: bytes)
            return path.hasSuffix(".md") ? section(part, of: file) : value(part, of: file)
        }
        found[[path, part]] = .some(range)
        return range
    }

    /// From the heading with the anchor to the next of the same or a higher level.
    private func section(_ anchor: String, of file: SourceFile) -> ByteRange? {
        var ignored = DiagnosticReport()
        let tree = SourceTree(path: "", contentPath: "", texts: [file])
        let parser = ListingParser(catalogue: Catalogue(path: ""))
        guard let document = parser.parseDirectoryPages(tree, reporting: &ignored).pages.first?.document,
            let index = document.headings.firstIndex(where: { $0.anchor == anchor })
        else { return nil }
        let heading = document.headings[index]
        let next = document.headings[(index + 1)...].first { $0.isTopLevel && $0.level <= heading.level }
        return ByteRange(heading.range.start, next?.range.start ?? file.bytes.count)
    }

    private func value(_ part: String, of file: SourceFile) -> ByteRange? {
        var ignored = DiagnosticReport()
        guard let root = JSONParser.parse(file.bytes, path: file.path, reporting: &ignored) else { return nil }
        return part.hasPrefix("/") ? root.value(at: part)?.range : root.object(withID: part)?.range
    }
}

extension JSONValue {
    /// What a JSON pointer (RFC 6901) leads to.
    fileprivate func value(at pointer: String) -> JSONValue? {
        var value = self
        for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let next =
                value.members?.first { $0.name.asPointerStep == step }?.value
                ?? Int(step).flatMap { index in value.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                }
            guard let next else { return nil }
            value = next
        }
        return value
    }

    /// The first object in a list of a manifest that has the id.
    fileprivate func object(withID id: String) -> JSONValue? {
        (members ?? []).lazy.flatMap { $0.value.elements ?? [] }
            .first { $0.members?.contains { $0.name == "id" && $0.value.string == id } ?? false }
    }
}

extension String {
    /// A key as a pointer writes it.
    fileprivate var asPointerStep: String {
        unicodeScalars.reduce(into: "") { step, scalar in
            switch scalar {
            case "~": step += "~0"
            case "/": step += "~1"
            default: step.unicodeScalars.append(scalar)
            }
        }
    }
}
