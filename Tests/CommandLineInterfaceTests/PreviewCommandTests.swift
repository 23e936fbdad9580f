import Foundation
import TestSupport
import Testing

@testable import CommandLineInterface
@testable import SiteBuilder

/// `candor preview` as a process: what it says in the terminal, and what it leaves behind.
@Suite(.timeLimit(.minutes(15)))
struct PreviewCommandTests {
    private let folder: TemporaryFolder
    private static let setup = "Content/integrations/acme/setup.md"

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private func curl(_ arguments: String) throws -> String {
        let run = try CommandRun(shell: "curl --silent --show-error \(arguments)", in: folder.url)
        #expect(run.exitCode == 0, "\(run.errors)")
        return run.output
    }

    /// A socket that listens, so that nobody else can have the port; nil where somebody has it already.
    private func occupy(_ port: UInt16) -> FileHandle? {
        #if canImport(Darwin)
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return result == 0 && listen(descriptor, 1) == 0 ? handle : nil
    }

    @Test func `the address stands first and last, and each rebuild has a line with its count and time`() async throws {
        let preview = try await PreviewRun(in: folder)
        #expect(preview.lines.first == preview.url)
        #expect(preview.lines.last == preview.url)
        #expect(preview.lines[1].hasSuffix(" ms"))
        #expect(preview.lines[1].contains(" 1 integration: no problems found, "))
        try folder.replace("Press **Connect**", with: "TODO **Connect**", in: Self.setup)
        try await preview.wait { $0.lines.last?.contains("1 warning in 1 file") == true }
        #expect(preview.lines.last?.contains(Self.setup) == true)
        #expect(preview.errors.contains("warning[page-placeholder]"))
    }

    @Test func `Ctrl-C ends it cleanly, and nothing is left behind`() async throws {
        let before = try FolderSnapshot(folder.url)
        let preview = try await PreviewRun(in: folder)
        _ = try curl("\(preview.url)integrations/acme/")
        let port = preview.port
        #expect(preview.stop() == 0)
        #expect(preview.errors.isEmpty)
        #expect(try FolderSnapshot(folder.url) == before)
        let again = try await PreviewRun(in: folder, port: port)
        #expect(again.port == port)
    }

    @Test func `a port that was asked for is that port or none`() async throws {
        let preview = try await PreviewRun(in: folder)
        let second = try CommandRun(["preview", "--port", "\(preview.port)"], in: folder.url)
        #expect(second.exitCode == 3)
        #expect(second.errors.contains("port \(preview.port) is in use"))
        for port in ["x", "-1", "65536", "80 "] {
            #expect(try CommandRun(["preview", "--port", port], in: folder.url).exitCode == 2, "\(port)")
        }
    }

    @Test func `the usual port may be another one, which is said`() async throws {
        let taken = occupy(4000)
        let preview = try await PreviewRun(in: folder, port: nil)
        withExtendedLifetime(taken) {
            #expect((4001...4020).contains(preview.port))
            #expect(preview.errors.contains("note: port 4000 is in use by another program, so it is \(preview.port)"))
        }
    }

    @Test func `other machines are let in only when asked for, with a warning`() async throws {
        let preview = try await PreviewRun(in: folder, ["--host", "0.0.0.0"])
        #expect(preview.errors.contains("warning: the preview listens on 0.0.0.0"))
        #expect(try await PreviewRun(in: folder).errors.isEmpty)
    }

    @Test func `the browser is opened at the address, and a failure is only said`() async throws {
        try folder.write("printf %s \"$1\" > opened.txt", to: "browser.sh")
        let preview = try await PreviewRun(in: folder, ["--open"], environment: ["BROWSER": "sh browser.sh"])
        try await preview.wait { [folder] _ in (try? folder.text("opened.txt")) == preview.url }
        let other = try await PreviewRun(in: folder, ["--open"], environment: ["BROWSER": "no-such-browser"])
        try await other.wait { $0.errors.contains("warning: no browser can be opened") }
    }

    @Test func `a place opens in the editor only from a page of the preview itself`() async throws {
        try folder.write("echo \"$@\" > edited.txt", to: "editor.sh")
        try folder.replace("Press **Connect**", with: "TODO **Connect**", in: Self.setup)
        let preview = try await PreviewRun(
            in: folder,
            environment: ["CANDOR_EDITOR": "sh editor.sh +{line}:{column}"]
        )
        let address = "\(preview.url.replacing("/base/", with: "/"))_candor/open?finding=0"
        #expect(try curl("-o /dev/null -w '%{http_code}' '\(address)'") == "404")
        #expect(try curl("-o /dev/null -w '%{http_code}' -H 'Sec-Fetch-Site: cross-site' '\(address)'") == "403")
        #expect(!folder.has("edited.txt"))
        #expect(try curl("-H 'Sec-Fetch-Site: same-origin' '\(address)'").hasPrefix("Opening"))
        try await preview.wait { [folder] _ in
            (try? folder.text("edited.txt"))?.hasPrefix("+10:1 ") == true
                && (try? folder.text("edited.txt"))?.hasSuffix("\(Self.setup)\n") == true
        }
    }

    @Test func `without an editor of one's own a place is an address for VS Code`() async throws {
        try folder.replace("Press **Connect**", with: "TODO **Connect**", in: Self.setup)
        let preview = try await PreviewRun(in: folder, environment: ["CANDOR_EDITOR": ""])
        let findings = try curl("\(preview.url.replacing("/base/", with: "/"))_candor/findings.json")
        #expect(findings.contains("\"editor\":\"vscode://file/"))
        #expect(findings.contains("\(Self.setup):10:1\""))
    }

    @Test func `a page that is not there has status 404, and names the nearest one`() async throws {
        let preview = try await PreviewRun(in: folder)
        let answer = try curl("-w '%{http_code} %{content_type}' \(preview.url)integrations/acmee/index.html")
        #expect(answer.hasSuffix("404 text/html; charset=utf-8"))
        #expect(answer.contains("data-nearest=\"integrations/acme/index.html\""))
    }

    @Test func `another path in the site's address needs a new start, which is said`() async throws {
        let preview = try await PreviewRun(in: folder)
        try folder.replace("directory.example/base/", with: "directory.example/help/", in: "Content/site.json")
        try await preview.wait { $0.errors.contains("\"baseURL\" has the path '/help/' now") }
    }

    @Test(.enabled(if: canLimitWatches, "this system lets nobody lower the limit of watches"))
    func `at the limit of watches folders are looked through instead, and the remedy is named`() async throws {
        let preview = try await PreviewRun(
            in: folder,
            shell: "exec unshare -Ur sh -c 'echo 2 > /proc/sys/user/max_inotify_watches; exec \"$@\"' sh \"$@\""
        )
        #expect(preview.errors.contains("sudo sysctl fs.inotify.max_user_watches="))
        try folder.replace("Press **Connect**", with: "Push **Connect**", in: Self.setup)
        try await preview.wait { $0.lines.last?.contains(Self.setup) == true }
    }

    private static var canLimitWatches: Bool {
        let line = "unshare -Ur sh -c 'echo 2 > /proc/sys/user/max_inotify_watches'"
        return (try? CommandRun(shell: line, in: URL(filePath: "/tmp")))?.exitCode == 0
    }

    @Test func `what changes while the site is being read is taken in at once after it`() async throws {
        let queue = ChangeQueue()
        func add(_ id: String) {
            let path = "Content/integrations/\(id)/index.md"
            queue.add(ContentChanges([path], content: "Content", themes: "Themes"), at: [path])
        }
        add("a")
        var taken: [Set<String>] = []
        await queue.forEach { batch in
            taken.append(batch.changes.integrations)
            if taken.count == 1 { ["b", "c", "d"].forEach(add) } else { queue.end() }
        }
        #expect(taken == [["a"], ["b", "c", "d"]])
    }
}
