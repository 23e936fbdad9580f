import ChildProcesses
import FileSystem

/// A repository that holds a content folder, asked by running `git`: no shell, no network, nothing that it could change.
struct GitRepository: Sendable {
    /// A file of a revision.
    struct Entry: Sendable {
        /// From the root of the content folder.
        let name: String
        let object: String
        let byteCount: Int
        /// Neither a link nor another repository.
        let isRegular: Bool
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// A folder that is there and from which git is asked.
    private let folder: String
    /// The content folder from the root of the repository, with a slash behind it; empty when it is the root.
    private let prefix: String
    private let environment: [String]
    /// Where folders for a moment are made.
    private let scratch: String

    /// More than a million files.
    private static let longestList = 256 << 20
    /// Of all files that are read together.
    private static let mostBytes = 1 << 30
    private static let longestRevision = 1000
    /// A disk that never answers is not waited for.
    private static let longestRun = Duration.seconds(120)

    /// - Parameters:
    ///   - content: a content folder, be it there now or only in a revision.
    ///   - revision: what it is asked for.
    static func holding(
        _ content: String,
        for revision: String,
        environment: [String: String]
    ) async throws -> GitRepository {
        let (folder, rest) = existingFolder(above: content)
        // A GIT_DIR of a hook would name another repository than the one in which the folder stands.
        let kept = ["PATH", "HOME", "XDG_CONFIG_HOME"].compactMap { name in environment[name].map { "\(name)=\($0)" } }
        let scratch = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let place = GitRepository(
            folder: folder,
            prefix: "",
            environment: kept + ["LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0"],
            scratch: scratch
        )
        let shown = try await place.run("rev-parse", "--show-prefix")
        guard shown.exitCode == 0 else {
            throw UsageError(
                message:
                    "there is neither a file nor a revision '\(revision)': '\(content)' lies in no repository that "
                    + "git would read"
            )
        }
        var prefix = String(decoding: shown.output, as: UTF8.self)
        if prefix.hasSuffix("\n") { prefix.removeLast() }
        return GitRepository(
            folder: folder,
            prefix: prefix + rest.map { $0 + "/" }.joined(),
            environment: place.environment,
            scratch: scratch
        )
    }

    /// The nearest folder that is there, and what is missing below it.
    private static func existingFolder(above path: String) -> (folder: String, rest: [String]) {
        var rest: [String] = []
        var parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
        let root = path.hasPrefix("/") ? "/" : ""
        while let last = parts.last {
            let folder = root + parts.joined(separator: "/")
            if FileStatus.of(folder, followingLinks: true)?.kind == .folder { return (folder, rest) }
            rest.insert(last, at: 0)
            parts.removeLast()
        }
        return (root.isEmpty ? "." : root, rest)
    }

    /// The id of the commit that a revision names.
    func commit(_ revision: String) async throws -> String {
        guard !revision.hasPrefix("-"), revision.utf8.count <= Self.longestRevision else {
            throw UsageError(message: "'\(revision)' is no revision: none begins with a hyphen or is that long")
        }
        let ended = try await run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        let id = String(decoding: ended.output, as: UTF8.self).prefix { $0.isHexDigit }
        guard ended.exitCode == 0, id.utf8.count >= 40 else {
            throw UsageError(message: "there is neither a file nor a revision '\(revision)'")
        }
        return String(id)
    }

    /// All files of the content folder in a commit.
    func entries(of commit: String) async throws -> [Entry] {
        try await withTemporaryFolder { folder in
            let list = "\(folder)/list"
            var arguments = ["--literal-pathspecs", "ls-tree", "-r", "-z", "-l", "--full-tree", commit]
            if !prefix.isEmpty { arguments += ["--", prefix] }
            try await expect(run(arguments, ChildProcess.Streams(output: list)), "list its files")
            guard case .bytes(let bytes) = try readFile(list, limit: Self.longestList) else {
                throw Fault(description: "the revision has more files than can be looked at")
            }
            return bytes.split(separator: 0).compactMap(entry)
        }
    }

    /// Reads a line such as `100644 blob <object>    1234<tab>Content/site.json`.
    private func entry(_ line: ArraySlice<UInt8>) -> Entry? {
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
        let words = line[..<tab].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        let path = line[line.index(after: tab)...]
        guard words.count == 4, path.starts(with: prefix.utf8) else { return nil }
        return Entry(
            name: String(decoding: path.dropFirst(prefix.utf8.count), as: UTF8.self),
            object: words[2],
            byteCount: Int(words[3]) ?? 0,
            isRegular: words[0].hasPrefix("100")
        )
    }

    /// The bytes of files, in their order.
    func contents(of entries: [Entry]) async throws -> [[UInt8]] {
        guard !entries.isEmpty else { return [] }
        guard entries.reduce(0, { $0 + $1.byteCount }) <= Self.mostBytes else {
            throw Fault(description: "the files of the revision have more bytes than can be read")
        }
        return try await withTemporaryFolder { folder in
            let (objects, contents) = ("\(folder)/objects", "\(folder)/contents")
            try writeNewFile(Array(entries.map { $0.object + "\n" }.joined().utf8), to: objects)
            let streams = ChildProcess.Streams(input: objects, output: contents)
            try await expect(run(["cat-file", "--batch"], streams), "read its files")
            guard case .bytes(let bytes) = try readFile(contents, limit: Self.mostBytes + entries.count * 128) else {
                throw Fault(description: "git wrote more than it had announced")
            }
            return try split(bytes, into: entries)
        }
    }

    /// Reads `<object> blob 1234<line feed><bytes><line feed>`, one after the other.
    private func split(_ bytes: [UInt8], into entries: [Entry]) throws(Fault) -> [[UInt8]] {
        var rest = bytes[...]
        var files: [[UInt8]] = []
        files.reserveCapacity(entries.count)
        for entry in entries {
            let head = "\(entry.object) blob \(entry.byteCount)\n"
            guard rest.starts(with: head.utf8), rest.count > head.utf8.count + entry.byteCount else {
                throw Fault(description: "the repository lacks '\(entry.name)' of the revision")
            }
            rest = rest.dropFirst(head.utf8.count)
            files.append(Array(rest.prefix(entry.byteCount)))
            rest = rest.dropFirst(entry.byteCount + 1)
        }
        return files
    }

    private func expect(_ ended: ChildProcess.Ended, _ deed: String) throws(Fault) {
        guard ended.exitCode == 0 else {
            throw Fault(description: "git could not \(deed) (it ended with \(ended.exitCode))")
        }
    }

    private func run(_ arguments: String...) async throws -> ChildProcess.Ended { try await run(arguments, .init()) }

    private func run(_ arguments: [String], _ streams: ChildProcess.Streams) async throws -> ChildProcess.Ended {
        do {
            return try await withThrowingTaskGroup(of: ChildProcess.Ended?.self) { [folder, environment] tasks in
                tasks.addTask {
                    try await ChildProcess.run(
                        "git",
                        ["-C", folder] + arguments,
                        environment: environment,
                        streams: streams
                    )
                }
                tasks.addTask {
                    try await Task.sleep(for: Self.longestRun)
                    return nil
                }
                defer { tasks.cancelAll() }
                guard let ended = try await tasks.next() ?? nil else {
                    throw Fault(description: "git did not come to an end")
                }
                return ended
            }
        } catch is ChildProcess.NotStarted {
            throw Fault(description: "git cannot be started; it is needed to read revisions")
        }
    }

    /// A folder that is removed whatever happens.
    private func withTemporaryFolder<Result>(_ work: (String) async throws -> Result) async throws -> Result {
        let name = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        let path = "\(scratch)/candor-\(name)"
        try makeFolder(path)
        do {
            let result = try await work(path)
            try removeTree(path)
            return result
        } catch {
            try? removeTree(path)
            throw error
        }
    }
}
