import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Preview

/// Folders that are watched while files and folders in them come, change and go.
@Suite(.timeLimit(.minutes(15)))
struct FolderWatchTests {
    private let folder: TemporaryFolder
    private static let ways = [false, true]

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("one", to: "Content/a/one.md")
        try folder.write("two", to: "Content/b/deep/two.md")
    }

    private func watch(polls: Bool) -> WatchRecord {
        WatchRecord([folder.path(of: "Content")], polls: polls)
    }

    private func path(_ name: String) -> String { folder.path(of: "Content/\(name)") }

    private func move(_ from: String, to: String) throws {
        try FileManager.default.moveItem(atPath: folder.path(of: from), toPath: folder.path(of: to))
    }

    @Test(arguments: ways)
    func `a file that is written, replaced or removed is told`(polls: Bool) async throws {
        let watch = watch(polls: polls)
        defer { watch.stop() }
        try await watch.waitUntilReady(touching: path("ready"))
        try folder.write("changed", to: "Content/a/one.md")
        try await watch.waitFor(path("a/one.md"))
        // As editors save: a new file takes the place of the old one.
        try folder.write("replaced", to: "aside")
        #expect(rename(folder.path(of: "aside"), path("a/one.md")) == 0)
        try await watch.waitFor(path("a/one.md"))
        try FileManager.default.removeItem(atPath: path("a/one.md"))
        try await watch.waitFor(path("a/one.md"))
    }

    @Test(arguments: ways)
    func `folders that are made, moved and removed are followed`(polls: Bool) async throws {
        let watch = watch(polls: polls)
        defer { watch.stop() }
        try await watch.waitUntilReady(touching: path("ready"))
        try folder.write("new", to: "Content/c/d/new.md")
        try await watch.waitForAny { $0.hasPrefix(path("c")) }
        try folder.write("newer", to: "Content/c/d/new.md")
        try await watch.waitFor(path("c/d/new.md"))
        try move("Content/c", to: "Content/e")
        try await watch.waitFor(path("e"))
        try folder.write("newest", to: "Content/e/d/new.md")
        try await watch.waitFor(path("e/d/new.md"))
        #expect(!watch.told(path("c/d/new.md")))
        // What moved away is none of ours, and what comes in is.
        try move("Content/e", to: "outside")
        try await watch.waitFor(path("e"))
        try folder.write("elsewhere", to: "outside/d/new.md")
        try move("outside", to: "Content/f")
        try await watch.waitFor(path("f"))
        try folder.write("back", to: "Content/f/d/new.md")
        try await watch.waitFor(path("f/d/new.md"))
        #expect(!watch.told(path("e/d/new.md")))
    }

    @Test(arguments: ways)
    func `a watched folder may be taken away and come back`(polls: Bool) async throws {
        let watch = watch(polls: polls)
        defer { watch.stop() }
        try await watch.waitUntilReady(touching: path("ready"))
        try move("Content", to: "away")
        try await watch.waitFor(folder.path(of: "Content"))
        try move("away", to: "Content")
        try await watch.waitForAny { $0.hasPrefix(folder.path(of: "Content")) }
        try folder.write("again", to: "Content/b/deep/two.md")
        try await watch.waitFor(path("b/deep/two.md"))
    }

    @Test(arguments: ways)
    func `a watched folder may be a link that is led elsewhere`(polls: Bool) async throws {
        try folder.write("three", to: "other/three.md")
        let link = folder.path(of: "link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path("a"))
        let watch = WatchRecord([link], polls: polls)
        defer { watch.stop() }
        try await watch.waitUntilReady(touching: "\(link)/ready")
        let next = folder.path(of: "next")
        try FileManager.default.createSymbolicLink(atPath: next, withDestinationPath: folder.path(of: "other"))
        #expect(rename(next, link) == 0)
        try await watch.waitForAny { $0.hasPrefix(link) }
        try folder.write("changed", to: "other/three.md")
        try await watch.waitFor("\(link)/three.md")
    }

    @Test(arguments: ways)
    func `what editors make for a moment is not told`(polls: Bool) async throws {
        let watch = watch(polls: polls)
        defer { watch.stop() }
        try await watch.waitUntilReady(touching: path("ready"))
        for name in [".one.md.swp", "one.md~", ".git/index", ".#one.md"] {
            try folder.write("x", to: "Content/a/\(name)")
        }
        try folder.write("seen", to: "Content/a/seen.md")
        try await watch.waitUntil { $0.contains { $0.names(path("a/seen.md")) } }
        #expect(watch.allTold.subtracting([path("ready")]) == [path("a/seen.md")])
    }

    @Test(arguments: ["4913", "#one.md#", "one.md___jb_tmp___", "one.md.swp", "one.md.tmp"])
    func `what an editor made for a moment counts as long as it is there`(name: String) throws {
        #expect(IgnoredFile.isGoneAgain(path("a/\(name)")))
        try folder.write("x", to: "Content/a/\(name)")
        #expect(!IgnoredFile.isGoneAgain(path("a/\(name)")))
        #expect(!IgnoredFile.isGoneAgain(path("a/removed.md")))
    }

    @Test func `saves in quick succession are told as one`() async throws {
        let watch = watch(polls: false)
        defer { watch.stop() }
        try await watch.waitUntilReady(touching: path("ready"))
        for number in 0..<20 { try folder.write("\(number)", to: "Content/a/\(number).md") }
        try await watch.waitFor(path("a/19.md"))
        #expect(watch.events.count < 20)
    }

    @Test func `when too much happened at once everything may have changed, and the watch goes on`() throws {
        let text = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let most = try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        let notices = try FolderNotices()
        defer { notices.close() }
        var tree = WatchedTree(notices)
        try tree.add(folder.path(of: "Content"))
        // Nobody reads meanwhile, so the queue of the kernel runs over: each file is told when it is made and closed.
        for number in 0..<most { close(open(path("many-\(number)"), O_CREAT | O_WRONLY, 0o644)) }
        var told: Set<String> = []
        try tree.take(notices.read()) { told.formUnion($0) }
        #expect(told.contains(folder.path(of: "Content")))
        told = []
        try folder.write("after", to: "Content/b/deep/two.md")
        try tree.take(notices.read()) { told.formUnion($0) }
        #expect(told.contains(path("b/deep/two.md")))
    }

    @Test func `nothing is told and nothing is left open after the end`() async throws {
        let before = try openDescriptors()
        for _ in 0..<10 {
            let watch = watch(polls: false)
            try await watch.waitUntilReady(touching: path("ready"))
            watch.stop()
            let told = watch.events.count
            try folder.write("late", to: "Content/a/late.md")
            #expect(watch.events.count == told)
        }
        // Tests beside this one open and close files of their own.
        #expect(try openDescriptors() < before + 20)
    }

    private func openDescriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}

@Test(arguments: [
    ("/home/me/x", "ext4"), ("/mnt/share", "nfs4"), ("/mnt/share/deep/er", "nfs4"), ("/mnt/shared", "ext4"),
    ("/mnt/with space/a", "fuse.sshfs"), ("/over", "9p"),
])
func `the kind of a file system is that of the deepest and latest mount`(path: String, kind: String) {
    let mounts = """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        30 22 0:5 / /mnt/share rw - nfs4 server:/x rw
        31 22 0:6 / /mnt/with\\040space rw shared:7 master:1 - fuse.sshfs me@host rw
        32 22 0:7 / /over rw - ext4 /dev/sdb1 rw
        33 22 0:8 / /over rw - 9p share rw
        """
    #expect(FileSystemKind.kind(of: path, mounts: mounts) == kind[...])
}

@Test func `what happened is told after a quiet time, and at the latest after the longest wait`() {
    var gathering = Gathering(FolderWatch.Settings())
    let start = ContinuousClock.now
    #expect(gathering.timeLeft(from: start) == nil)
    gathering.add(["a"], at: start)
    #expect(gathering.timeLeft(from: start) == .milliseconds(50))
    #expect(gathering.due(at: start + .milliseconds(49)) == nil)
    for step in 1...12 { gathering.add(["a\(step)"], at: start + .milliseconds(40 * step)) }
    #expect(gathering.timeLeft(from: start + .milliseconds(480)) == .milliseconds(20))
    #expect(gathering.due(at: start + .milliseconds(499)) == nil)
    guard case .changes(let paths)? = gathering.due(at: start + .milliseconds(500)) else {
        Issue.record("nothing is told")
        return
    }
    #expect(paths.count == 13)
    #expect(gathering.timeLeft(from: start + .milliseconds(500)) == nil)
}

extension FolderWatch.Event {
    fileprivate func names(_ path: String) -> Bool {
        if case .changes(let paths) = self { return paths.contains(path) }
        return self == .everything
    }
}

/// A watch that writes down what it tells.
private final class WatchRecord: Sendable {
    private let record = Mutex<[FolderWatch.Event]>([])
    private let watch: Mutex<FolderWatch?> = Mutex(nil)

    init(_ folders: [String], polls: Bool) {
        var settings = FolderWatch.Settings()
        settings.alwaysPolls = polls
        settings.pollInterval = .milliseconds(20)
        settings.quiet = .milliseconds(10)
        let made = FolderWatch(folders, settings) { event in self.record.withLock { $0.append(event) } }
        watch.withLock { $0 = made }
    }

    func stop() {
        watch.withLock { $0?.stop() }
    }

    var events: [FolderWatch.Event] { record.withLock { $0 } }

    var allTold: Set<String> {
        events.reduce(into: []) { all, event in if case .changes(let paths) = event { all.formUnion(paths) } }
    }

    func told(_ path: String) -> Bool { allTold.contains(path) }

    func waitUntil(_ condition: ([FolderWatch.Event]) -> Bool) async throws {
        while !condition(events) { try await Task.sleep(for: .milliseconds(5)) }
    }

    /// From here on, what was told before counts no more.
    func waitForAny(_ matches: (String) -> Bool) async throws {
        try await waitUntil {
            $0.contains { if case .changes(let paths) = $0 { paths.contains(where: matches) } else { false } }
        }
        record.withLock { $0 = [] }
    }

    func waitFor(_ path: String) async throws {
        try await waitUntil { $0.contains { $0.names(path) } }
        try await Task.sleep(for: .milliseconds(30))
        record.withLock { events in
            events = events.filter { !$0.names(path) }
        }
    }

    /// A watch begins a moment after it is made; files are touched until it tells of one.
    func waitUntilReady(touching path: String) async throws {
        while !events.contains(where: { $0.names(path) }) {
            try Data("x\(events.count)".utf8).write(to: URL(filePath: path))
            try await Task.sleep(for: .milliseconds(40))
        }
        try await Task.sleep(for: .milliseconds(60))
        record.withLock { $0 = [] }
    }
}
