import Rules

/// What may have changed since the content was last read, told by the paths at which something happened.
package struct ContentChanges: Sendable, Hashable {
    /// The site, the catalogue, a pack, the baseline, or nobody knows what: every listing has to be checked again.
    package private(set) var areShared = false
    package private(set) var areInTheme = false
    /// Whether integrations may have come or gone.
    package private(set) var areInFolders = false
    package private(set) var areInDirectoryPages = false
    /// The integrations in whose folders something happened.
    package private(set) var integrations: Set<String> = []
    /// Where in them, from the root of the content folder.
    private(set) var places: Set<String> = []

    /// Everything may have changed.
    package static let all = {
        var changes = ContentChanges()
        changes.areShared = true
        changes.areInTheme = true
        changes.areInFolders = true
        changes.areInDirectoryPages = true
        return changes
    }()

    package init() {}

    /// - Parameters:
    ///   - paths: files or folders, below the two folders and written as these are.
    package init(_ paths: some Sequence<String>, content: String, themes: String) {
        for path in paths {
            if let name = Self.part(of: path, below: content) {
                add(name)
            } else if Self.part(of: path, below: themes) != nil {
                areInTheme = true
            }
        }
    }

    package var isEmpty: Bool { self == ContentChanges() }

    private mutating func add(_ name: Substring) {
        let parts = name.split(separator: "/")
        switch (parts.first, parts.count) {
        case ("pages", _): areInDirectoryPages = true
        case ("integrations", 1): areInFolders = true
        case ("integrations", let count):
            integrations.insert(String(parts[1]))
            places.insert(parts.joined(separator: "/"))
            // The folder itself came or went.
            if count == 2 { areInFolders = true }
        default: areShared = true
        }
    }

    /// nil for a path that is not below the folder.
    private static func part(of path: String, below folder: String) -> Substring? {
        let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        guard path.hasPrefix(folder) else { return nil }
        let rest = path.dropFirst(folder.count)
        return rest.isEmpty ? "" : rest.hasPrefix("/") ? rest.dropFirst() : nil
    }

    package mutating func formUnion(_ other: ContentChanges) {
        areShared = areShared || other.areShared
        areInTheme = areInTheme || other.areInTheme
        areInFolders = areInFolders || other.areInFolders
        areInDirectoryPages = areInDirectoryPages || other.areInDirectoryPages
        integrations.formUnion(other.integrations)
        places.formUnion(other.places)
    }

    /// Whether a file, or a folder that it stands in, is among them.
    func hold(_ contentPath: String) -> Bool {
        guard !areShared else { return true }
        var path = contentPath[...]
        while !places.contains(String(path)) {
            guard let slash = path.lastIndex(of: "/") else { return false }
            path = path[..<slash]
        }
        return true
    }
}
