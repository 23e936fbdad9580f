import FileSystem
import Listing

/// What an argument of `candor diff` names.
enum DiffSide: Sendable, Hashable {
    case content(String)
    case listing(content: String, id: String)
    /// A `permissions.json`, of which the newest release counts.
    case record(String)
    case release(id: String, version: String)
    case revision(String)

    /// A path that is there is that path, `ID@VERSION` is a release on record, and everything else a revision.
    ///
    /// A reflog entry such as `main@{1}` is a revision: no version begins with a brace.
    init(_ argument: String) throws(UsageError) {
        switch FileStatus.of(argument, followingLinks: true)?.kind {
        case .folder: self = try Self.folder(argument)
        case .file: self = .record(argument)
        case .symbolicLink, .other:
            throw UsageError(message: "'\(argument)' is neither a file nor a folder")
        case nil: self = Self.named(argument)
        }
    }

    private static func named(_ argument: String) -> DiffSide {
        guard let at = argument.firstIndex(of: "@") else { return .revision(argument) }
        let version = argument[argument.index(after: at)...]
        guard isIdentifier(String(argument[..<at])), let first = version.first, first != "{" else {
            return .revision(argument)
        }
        return .release(id: String(argument[..<at]), version: String(version))
    }

    private static func folder(_ argument: String) throws(UsageError) -> DiffSide {
        var path = argument
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        func has(_ name: String) -> Bool { FileStatus.of("\(path)/\(name)", followingLinks: true) != nil }
        if has(CatalogueSource.fileName) || has("integrations") { return .content(path) }
        guard has(ListingParser.manifestName) else {
            throw UsageError(
                message: "'\(argument)' is neither a content folder nor one of a listing: it has no "
                    + "'\(CatalogueSource.fileName)' and no '\(ListingParser.manifestName)'"
            )
        }
        let parts = (path.contains("/") ? path : canonicalPath(path) ?? path).split(
            separator: "/",
            omittingEmptySubsequences: false
        )
        guard parts.count >= 2, parts[parts.count - 2] == "integrations" else {
            throw UsageError(
                message: "'\(argument)' does not stand in 'integrations' of a content folder, whose catalogue is needed"
            )
        }
        let content = parts.dropLast(2).joined(separator: "/")
        return .listing(
            content: content.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : content,
            id: String(parts[parts.count - 1])
        )
    }

    /// What it is called in messages.
    var noun: String {
        switch self {
        case .content: "a content folder"
        case .listing: "a listing's folder"
        case .record, .release: "a release"
        case .revision: "a revision"
        }
    }
}
