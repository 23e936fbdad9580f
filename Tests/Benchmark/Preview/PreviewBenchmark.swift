import Foundation

/// How quick a preview is, and what it holds: its bars are for a thousand integrations.
struct PreviewBenchmark {
    let candor: String
    let content: SampleContent

    private static let saveCount = 40
    private static let streamCount = 1_000
    private static let requestCount = 2_000
    private static let requestsPerSecond = 200
    private static let editCount = 100_000
    private static let editsOfRebuild = 50

    func run() throws {
        let start = ContinuousClock.now
        let preview = try PreviewProcess(candor, content: content.folder)
        try request("/", of: preview)
        show("preview: start to first page      \(Self.milliseconds(since: start))")
        let listener = try listener(of: preview)
        // The first check of everything.
        if preview.memory.now > 0 { try? listener.event() }
        try measureSaves(preview, listener)
        try measureLoad(preview, listener)
        try measureThroughput(preview)
        try measureEdits(preview, listener)
    }

    private func request(_ path: String, of preview: PreviewProcess) throws {
        let client = try PreviewClient(port: preview.port)
        client.ask(for: path)
        guard try client.answer().status == 200 else { throw PreviewClient.Failure(description: "\(path): no page") }
    }

    private func listener(of preview: PreviewProcess) throws -> PreviewClient {
        let client = try PreviewClient(port: preview.port)
        client.ask(for: "/_candor/events")
        // What a page hears first.
        try client.event()
        return client
    }

    private func page(_ number: Int) -> URL {
        content.folder.appending(path: "integrations/\(SampleListing.id(number % content.count))/setup.md")
    }

    private func measureSaves(_ preview: PreviewProcess, _ listener: PreviewClient) throws {
        var durations: [Duration] = []
        for number in 0..<Self.saveCount {
            Thread.sleep(forTimeInterval: 0.15)
            let text = try Data(contentsOf: page(number * 7))
            let start = ContinuousClock.now
            try (text + Data("\n".utf8)).write(to: page(number * 7))
            try listener.event()
            durations.append(ContinuousClock.now - start)
        }
        let sorted = durations.sorted()
        let middle = Self.milliseconds(sorted[sorted.count / 2])
        show("preview: save to event            \(middle), at most \(Self.milliseconds(sorted[sorted.count - 1]))")
        show(String(format: "preview: memory                   %.0f MB", preview.memory.peak))
    }

    /// Idle streams, and requests at a steady pace, while pages are saved.
    private func measureLoad(_ preview: PreviewProcess, _ listener: PreviewClient) throws {
        let streams = try (0..<Self.streamCount).map { _ in try self.listener(of: preview) }
        let client = try PreviewClient(port: preview.port)
        var slowest = Duration.zero
        var errorCount = 0
        for number in 0..<Self.requestCount {
            if number.isMultiple(of: 100) {
                let text = try Data(contentsOf: page(number))
                try (text + Data("\n".utf8)).write(to: page(number))
            }
            let start = ContinuousClock.now
            client.ask(for: "/integrations/\(SampleListing.id(number % content.count))/index.html")
            if try client.answer().status != 200 { errorCount += 1 }
            let duration = ContinuousClock.now - start
            slowest = max(slowest, duration)
            let pace = Duration.seconds(1) / Self.requestsPerSecond
            if duration < pace { Thread.sleep(forTimeInterval: (pace - duration) / .seconds(1)) }
        }
        for stream in streams { try stream.event() }
        let load = "\(Self.streamCount) streams, \(Self.requestsPerSecond) requests a second beside rebuilds"
        show("preview: \(load): \(errorCount) errors, slowest \(Self.milliseconds(slowest))")
        show(String(format: "preview: memory with the streams  %.0f MB", preview.memory.peak))
    }

    /// As many requests as it answers, by wrk (github.com/wg/wrk).
    private func measureThroughput(_ preview: PreviewProcess) throws {
        let wrk = Process()
        wrk.executableURL = URL(filePath: "/usr/bin/env")
        let page = "http://localhost:\(preview.port)/integrations/\(SampleListing.id(0))/index.html"
        wrk.arguments = ["wrk", "-t1", "-c32", "-d3s", page]
        let output = Pipe()
        wrk.standardOutput = output
        wrk.standardError = FileHandle.nullDevice
        try wrk.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        wrk.waitUntilExit()
        guard wrk.terminationStatus == 0 else {
            return show("preview: wrk is not on PATH, so requests a second are not measured")
        }
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let told = lines.filter { line in
            ["Requests/sec", "Socket errors", "Non-2xx"].contains { line.hasPrefix($0) }
        }
        show("preview: wrk, 32 connections, one page: \(told.joined(separator: ", "))")
    }

    /// As many edits as an author makes in weeks, in two thousand rebuilds.
    private func measureEdits(_ preview: PreviewProcess, _ listener: PreviewClient) throws {
        let texts = try (0..<100).map { try Data(contentsOf: page($0)) }
        let start = ContinuousClock.now
        var memory: [Double] = []
        for number in 0..<Self.editCount {
            let index = number % texts.count
            try (texts[index] + Data("\nEdit \(number).\n".utf8)).write(to: page(index))
            if (number + 1).isMultiple(of: Self.editsOfRebuild) { try listener.event() }
            if (number + 1).isMultiple(of: Self.editCount / 10) { memory.append(preview.memory.now) }
        }
        try request("/integrations/\(SampleListing.id(0))/setup/", of: preview)
        let steps = memory.map { String(format: "%.0f", $0) }.joined(separator: " ")
        show("preview: \(Self.editCount) edits in \(Self.milliseconds(since: start)), MB on the way: \(steps)")
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> String {
        milliseconds(ContinuousClock.now - start)
    }

    private static func milliseconds(_ duration: Duration) -> String {
        String(format: "%.0f ms", duration / .milliseconds(1))
    }
}
