import Foundation

/// Builds sample directories of several sizes with Candor and with what it is compared to.
///
/// `Benchmark [--candor PROGRAM] [--folder DIR] [COUNT …]`: a count is a number of integrations with four pages each.
struct Benchmark {
    private var candor = ".build/release/candor"
    private var folder = ".bench"
    private var counts: [Int] = []

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--candor": candor = rest.popFirst() ?? candor
            case "--folder": folder = rest.popFirst() ?? folder
            default:
                guard let count = Int(word), count > 0 else { throw UnknownArgument(word: word) }
                counts.append(count)
            }
        }
        if counts.isEmpty { counts = [1_000, 10_000] }
    }

    func run() throws {
        for count in counts { try measure(integrations: count) }
    }

    private func measure(integrations count: Int) throws {
        let place = URL(filePath: folder).appending(path: String(count))
        let content = SampleContent(folder: place.appending(path: "Content"), count: count)
        show("\n\(count) integrations, \(content.pageCount) pages")
        try? FileManager.default.removeItem(at: place)
        try content.write()
        // A file system that has just removed many files is slow at making new ones: ext4 for five seconds.
        Thread.sleep(forTimeInterval: 6)
        let table = ResultTable(pageCount: content.pageCount)
        table.printHeading()
        let log = place.appending(path: "log.txt")
        let output = place.appending(path: "Output")
        let sources = ["--content", content.folder.path]
        try measureFloor(content, in: place, table, log)
        let build = ["build"] + sources + ["--output", output.path]
        table.add("candor build, no output yet", try Measurement.of(candor, build, output: log))
        table.add("candor build, nothing changed", try Measurement.of(candor, build, output: log))
        try? FileManager.default.removeItem(at: output)
        let oneRule = build + ["--only", "link-mail-invalid"]
        table.add("candor build, one rule, no output yet", try Measurement.of(candor, oneRule, output: log))
        table.add("candor check", try Measurement.of(candor, ["check"] + sources, output: log))
        let one = ["check", SampleListing.id(count / 2)] + sources
        table.add("candor check of one integration", try Measurement.of(candor, one, output: log))
        try measureHugo(content, in: place, table, log)
        // The preview is for one author's directory, and its bars are for this size.
        if count <= 1_000 { try PreviewBenchmark(candor: candor, content: content).run() }
    }

    /// Reads, parses and renders with cmark alone, and writes: what any builder of these pages has to do.
    private func measureFloor(_ content: SampleContent, in place: URL, _ table: ResultTable, _ log: URL) throws {
        let floor = URL(filePath: candor).deletingLastPathComponent().appending(path: "BenchmarkFloor").path
        guard FileManager.default.isExecutableFile(atPath: floor) else { return show("floor: '\(floor)' is not built") }
        let output = place.appending(path: "floor")
        let arguments = [content.folder.appending(path: "integrations").path, output.path]
        table.add("floor: cmark, no checks, no theme", try Measurement.of(floor, arguments, output: log))
    }

    private func measureHugo(_ content: SampleContent, in place: URL, _ table: ResultTable, _ log: URL) throws {
        guard (try? Measurement.of("hugo", ["version"], output: log))?.exitCode == 0 else {
            return show("hugo: no such command on PATH, so it is not measured")
        }
        let site = HugoSite(content: content, folder: place.appending(path: "hugo"))
        try site.write()
        let output = place.appending(path: "hugo-output")
        let arguments = ["--quiet", "--source", site.folder.path, "--destination", output.path]
        table.add("hugo, no checks, two small layouts", try Measurement.of("hugo", arguments, output: log))
    }
}

struct UnknownArgument: Error, CustomStringConvertible {
    let word: String
    var description: String { "'\(word)' is no count; use [--candor PROGRAM] [--folder DIR] [COUNT …]" }
}
