import Foundation

/// `candor preview` on a port that is free.
final class PreviewProcess {
    let port: UInt16
    private let process = Process()

    /// Returns when the preview has said where it is.
    init(_ candor: String, content: URL) throws {
        process.executableURL = URL(filePath: candor)
        process.arguments = ["preview", "--content", content.path, "--port", "0"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("\n") {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw PreviewClient.Failure(description: "the preview did not start") }
            text += String(decoding: piece, as: UTF8.self)
        }
        // What follows is read and thrown away, or the preview would wait for a reader some day.
        output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
        guard let port = URL(string: String(text.prefix { $0 != "\n" }))?.port.flatMap(UInt16.init(exactly:)) else {
            throw PreviewClient.Failure(description: "this is no address: \(text)")
        }
        self.port = port
    }

    deinit {
        process.interrupt()
        process.waitUntilExit()
    }

    /// Megabytes that it holds now, and at most held.
    var memory: (now: Double, peak: Double) {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        func megabytes(_ name: String) -> Double {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
            let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
            return (number ?? 0) / 1024
        }
        return (megabytes("VmRSS:"), megabytes("VmHWM:"))
    }
}
