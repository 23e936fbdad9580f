package import LocatedJSON

/// Where the site itself will stand, to know its own pages when they are linked by their full address.
package struct OwnAddress: Sendable {
    private let host: String
    /// Begins and ends with `/`.
    private let path: String
    /// Each has a folder of its own on the site; the main one has none.
    private let languages: [String]

    /// - Parameters:
    ///   - baseURL: `https://host/path/`.
    ///   - languages: those beside the main one.
    package init?(baseURL: String, languages: [String] = []) {
        guard let (host, path) = Self.parts(of: baseURL) else { return nil }
        self.host = host
        self.languages = languages
        self.path = path.hasSuffix("/") ? String(path) : path + "/"
    }

    /// The page or file of the content folder that an address leads to.
    ///
    /// nil for other hosts, and for what no file of the content folder becomes, such as the home page. The ids that a
    /// theme gives to its own parts hold a point, and those of the permission table begin with `scope-`: they are the
    /// anchors of no heading, and left out.
    ///
    /// - Parameter language: of the page that says the address; one of a page in another language leads elsewhere.
    package func destination(of address: String, in language: LanguageChoice = .english) -> LinkDestination? {
        guard let (host, rest) = Self.parts(of: address), host == self.host, rest.hasPrefix(path) else { return nil }
        let inside = rest.dropFirst(path.count)
        let written = inside.prefix { $0 != "?" && $0 != "#" }
        guard let sitePath = withoutLanguage(percentDecoded(String(written)), language),
            let contentPath = contentPath(of: sitePath)
        else { return nil }
        let anchor = inside.firstIndex(of: "#").map { percentDecoded(String(inside[inside.index(after: $0)...])) }
        return .content(path: contentPath, anchor: anchor.flatMap { Self.isOfHeading($0) ? $0 : nil })
    }

    private func withoutLanguage(_ sitePath: String, _ language: LanguageChoice) -> String? {
        let folder = languages.first { sitePath.hasPrefix("\($0)/") }
        guard folder == (language.isMain ? nil : language.wanted) else { return nil }
        return folder.map { String(sitePath.dropFirst($0.count + 1)) } ?? sitePath
    }

    package static func isOfHeading(_ anchor: String) -> Bool {
        !anchor.utf8.contains(UInt8(ascii: ".")) && !anchor.hasPrefix("scope-")
    }

    private func contentPath(of sitePath: String) -> String? {
        var steps = sitePath.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if steps.last == "index.html" || steps.last == "" { steps.removeLast() }
        guard !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
        switch (steps.first, steps.count) {
        case ("integrations", 2): return "integrations/\(steps[1])/index.md"
        case ("integrations", 3...) where steps[2] == "media":
            let path = steps.joined(separator: "/")
            return contentPathOfPublished(path) ?? path
        case ("integrations", 3) where !steps[2].utf8.contains(UInt8(ascii: ".")),
            ("pages", 2) where !steps[1].utf8.contains(UInt8(ascii: ".")):
            return steps.joined(separator: "/") + ".md"
        default: return nil
        }
    }

    /// The host in lower case, and what follows it.
    private static func parts(of address: String) -> (host: String, rest: Substring)? {
        guard let scheme = ["https://", "http://"].first(where: { address.lowercased().hasPrefix($0) }) else {
            return nil
        }
        let rest = address.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        return host.isEmpty ? nil : (host.lowercased(), rest[host.endIndex...])
    }
}

/// The path in the content folder of a file that is published at `…/setup.0123456789abcdef.png`.
///
/// nil for a path without sixteen hexadecimal digits before the ending: no published medium has such a one.
package func contentPathOfPublished(_ path: String) -> String? {
    guard let dot = path.lastIndex(of: "."), let start = path[..<dot].lastIndex(of: ".") else { return nil }
    let hash = path[path.index(after: start)..<dot]
    let isHash =
        hash.utf8.count == 16
        && hash.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
    return isHash ? String(path[..<start] + path[dot...]) : nil
}
