import Foundation
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What happens to the site that readers see when a build is stopped, or when two run at once.
struct InterruptionTests {
    private static let listingCount = 30

    /// The same site in two versions that differ on every page of a listing.
    private struct TwoSites {
        let folder: TemporaryFolder
        let old: [String: Data]
        let new: [String: Data]

        init() throws {
            folder = try TemporaryFolder()
            try ContentBuilder(listingCount: InterruptionTests.listingCount).write(to: folder)
            _ = try CommandRun(["build", "--output", "Old"], in: folder.url)
            var changed = ContentBuilder(listingCount: InterruptionTests.listingCount)
            for index in changed.listings.indices { changed.listings[index].name += " Two" }
            for (name, bytes) in changed.allFiles { try folder.write(bytes, to: "New-Content/\(name)") }
            _ = try CommandRun(["build", "--content", "New-Content", "--output", "New"], in: folder.url)
            old = try FolderSnapshot(folder.url.appending(path: "Old")).content
            new = try FolderSnapshot(folder.url.appending(path: "New")).content
        }

        var published: [String: Data] {
            get throws { try FolderSnapshot(folder.url.appending(path: "Output")).content }
        }

        var stagingFolders: [String] {
            get throws {
                try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
                    $0.contains("candor-staging")
                }
            }
        }
    }

    @Test func `a build that is killed at any moment leaves the old site or the new one, whole`() throws {
        let sites = try TwoSites()
        #expect(sites.old.count > 3 * Self.listingCount)
        #expect(sites.old != sites.new)
        let start = Date.now
        _ = try CommandRun(["build"], in: sites.folder.url)
        let duration = Date.now.timeIntervalSince(start)
        var isNewNext = true
        var generator = SystemRandomNumberGenerator()
        for attempt in 0..<40 {
            let content = isNewNext ? "New-Content" : "Content"
            let run = try StartedCommand(["build", "--content", content], in: sites.folder.url)
            // Spread over the whole run and a little beyond it.
            if !run.wait(Double.random(in: 0..<(1.3 * duration), using: &generator)) { run.kill() }
            let found = try sites.published
            try #require(
                found == sites.old || found == sites.new,
                "attempt \(attempt): neither the old site nor the new"
            )
            isNewNext = found == sites.old
        }
        let last = try CommandRun(["build", "--content", "New-Content"], in: sites.folder.url)
        #expect(last.exitCode == 0, "\(last.errors)")
        #expect(try sites.published == sites.new)
        #expect(try sites.stagingFolders == [])
    }

    @Test func `a first build that is killed leaves no site or a whole one`() throws {
        let sites = try TwoSites()
        for delay in stride(from: 0.0, to: 0.3, by: 0.03) {
            let run = try StartedCommand(["build"], in: sites.folder.url)
            if !run.wait(delay) { run.kill() }
            guard sites.folder.has("Output") else { continue }
            #expect(try sites.published == sites.old)
            try FileManager.default.removeItem(at: sites.folder.url.appending(path: "Output"))
        }
        #expect(try CommandRun(["build"], in: sites.folder.url).exitCode == 0)
        #expect(try sites.stagingFolders == [])
    }

    @Test func `of two builds at once each wins or says why not, and the site is whole`() throws {
        let sites = try TwoSites()
        _ = try CommandRun(["build"], in: sites.folder.url)
        for attempt in 0..<12 {
            let runs = try ["New-Content", "Content", "New-Content"].map {
                try StartedCommand(["build", "--content", $0], in: sites.folder.url)
            }
            for run in runs {
                try #require(run.wait(60))
                #expect(run.exitCode == 0 || run.exitCode == 3, "attempt \(attempt): \(run.errors)")
                #expect(run.exitCode == 0 || run.errors.contains("another build"), "attempt \(attempt): \(run.errors)")
            }
            #expect(runs.contains { $0.exitCode == 0 }, "attempt \(attempt)")
            let found = try sites.published
            try #require(found == sites.old || found == sites.new, "attempt \(attempt): a mixture")
        }
        #expect(try CommandRun(["build"], in: sites.folder.url).exitCode == 0)
        #expect(try sites.stagingFolders == [])
    }

    @Test func `a file that may grow no further ends the build with exit code 3, and the site stays`() throws {
        let sites = try TwoSites()
        _ = try CommandRun(["build"], in: sites.folder.url)
        let before = try FolderSnapshot(sites.folder.url.appending(path: "Output"))
        let run = try CommandRun(
            shell: "ulimit -f 2; exec \"$CANDOR\" build --content New-Content",
            in: sites.folder.url
        )
        #expect(!run.wasSignalled)
        #expect(run.exitCode == 3)
        #expect(run.errors.contains("cannot write"), "\(run.errors)")
        #expect(try FolderSnapshot(sites.folder.url.appending(path: "Output")) == before)
        #expect(try sites.stagingFolders == [])
    }

    #if os(Linux)
    @Test(.enabled(if: SmallDisk.canBeMade, "only the superuser of a whole machine can mount a small disk"))
    func `a full disk ends the build with exit code 3, and the site stays`() throws {
        let sites = try TwoSites()
        let disk = try SmallDisk(at: sites.folder.path(of: "disk"), kilobytes: 4096)
        defer { disk.remove() }
        let build = ["build", "--output", "disk/Output", "--content"]
        #expect(try CommandRun(build + ["Content"], in: sites.folder.url).exitCode == 0)
        try disk.fill(leaving: 64 << 10)
        let before = try FolderSnapshot(sites.folder.url.appending(path: "disk/Output"))
        let run = try CommandRun(build + ["New-Content"], in: sites.folder.url)
        #expect(run.exitCode == 3)
        #expect(run.errors.contains("no space left"), "\(run.errors)")
        let after = try FolderSnapshot(sites.folder.url.appending(path: "disk/Output"))
        #expect(after == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: sites.folder.path(of: "disk")).sorted() == [
                "Output", "ballast",
            ]
        )
    }
    #endif
}

#if os(Linux)
/// A file system in memory that is soon full.
private struct SmallDisk {
    let path: String

    static let canBeMade: Bool = {
        guard geteuid() == 0, let folder = try? TemporaryFolder(),
            let disk = try? SmallDisk(at: folder.path(of: "disk"), kilobytes: 64)
        else { return false }
        disk.remove()
        return true
    }()

    struct CannotMount: Error {}

    init(at path: String, kilobytes: Int) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { throw CannotMount() }
        self.path = path
    }

    func fill(leaving room: Int) throws {
        var status = statvfs()
        statvfs(path, &status)
        let free = Int(status.f_bavail) * Int(status.f_frsize)
        try Data(count: max(0, free - room)).write(to: URL(filePath: "\(path)/ballast"))
    }

    func remove() {
        umount2(path, Int32(MNT_DETACH))
    }
}
#endif
