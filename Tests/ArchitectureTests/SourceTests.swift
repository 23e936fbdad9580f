import Foundation
import TestSupport
import Testing

/// The source files of the targets, with their text.
private let sources: [(path: String, text: String)] = {
    let paths = (try? PackageFolder.files(below: "Sources", ending: ".swift")) ?? []
    return paths.compactMap { path in (try? PackageFolder.text(path)).map { (path, $0) } }
}()

private func target(of path: String) -> String { String(path.split(separator: "/")[1]) }

/// The modules that a file imports.
private func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count,
            words[..<index].allSatisfy({ ["package", "public", "internal", "private", "@testable"].contains($0) })
        else { return nil }
        return String(words[index + 1])
    }
}

/// The arrows of the design: what a target may use, and nothing else.
private let allowed: [String: Set<String>] = [
    "BuiltInFiles": ["CBuiltInFiles"],
    "ChildProcesses": [],
    "CodeHighlighting": ["Markup"],
    "Diagnostics": [],
    "FileSystem": ["CExchange"],
    "Markup": [],
    "LocatedJSON": ["Diagnostics"],
    "Markdown": ["CCmark", "Diagnostics", "Markup"],
    "Templates": ["Diagnostics", "Markup"],
    "Evidence": ["Diagnostics", "LocatedJSON"],
    "Listing": ["Diagnostics", "Evidence", "FileSystem", "LocatedJSON", "Markdown"],
    "Rules": ["Diagnostics", "Evidence", "Listing", "LocatedJSON", "Markdown"],
    "Review": [
        "BuiltInFiles", "Diagnostics", "Listing", "LocatedJSON", "Markdown", "Markup", "Rules", "Templates",
    ],
    "SiteBuilder": [
        "BuiltInFiles", "CodeHighlighting", "Diagnostics", "FileSystem", "Listing", "LocatedJSON", "Markdown", "Markup",
        "Review", "Rules", "Templates",
    ],
    "LinkChecker": ["ChildProcesses", "Diagnostics", "Listing", "LocatedJSON"],
    "Preview": ["Diagnostics", "FileSystem"],
    "CommandLineInterface": [
        "BuiltInFiles", "ChildProcesses", "Diagnostics", "Evidence", "FileSystem", "LinkChecker", "Listing",
        "LocatedJSON", "Markup", "Preview", "Rules", "SiteBuilder",
    ],
    "candor": ["CommandLineInterface", "FileSystem"],
]

private let systemModules: Set<String> = ["Darwin", "Dispatch", "Glibc", "Musl", "Synchronization", "WinSDK"]
private let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

@Test func `there is something to look at`() {
    #expect(sources.count > 100)
    #expect(Set(sources.map { target(of: $0.path) }).isSubset(of: allowed.keys))
}

@Test(arguments: sources.map(\.path))
func `a file imports only what stands below its target`(path: String) throws {
    let own = target(of: path)
    let used = Set(imports(in: try PackageFolder.text(path))).subtracting(systemModules).subtracting(foundation)
    #expect(used.subtracting(allowed[own] ?? []) == [])
}

@Test func `only the command line and the preview know Foundation`() {
    let users = sources.filter { !foundation.isDisjoint(with: imports(in: $0.text)) }.map { target(of: $0.path) }
    #expect(Set(users).isSubset(of: ["CommandLineInterface", "Preview", "candor"]))
}

@Test func `cmark is called behind one door`() {
    let callers = sources.filter { imports(in: $0.text).contains("CCmark") }.map(\.path)
    #expect(!callers.isEmpty)
    #expect(callers.filter { !$0.hasPrefix("Sources/Markdown/CommonMark") } == [])
}

@Test func `no file is longer than four hundred lines`() {
    let long = sources.filter { $0.text.split(separator: "\n", omittingEmptySubsequences: false).count > 401 }
    #expect(long.map(\.path) == [])
}

@Test(arguments: ["try!", "as!", "fatalError", "@unchecked Sendable", "nonisolated(unsafe)"])
func `nothing in the sources crashes or escapes the compiler on purpose`(word: String) {
    #expect(sources.filter { $0.text.contains(word) }.map(\.path) == [])
}
