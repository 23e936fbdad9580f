import Diagnostics
import FileSystem

/// One part of the directory's own pages, rendered and written.
struct DirectoryUnit: Sendable {
    let renderer: DirectoryRenderer
    let stage: StagedSite

    struct Outcome: Sendable {
        let report: DiagnosticReport
        let timings: StageTimings
        let files: [String]
    }

    func work(on part: DirectoryPart) throws(FileSystemError) -> Outcome {
        var report = DiagnosticReport()
        var timings = StageTimings()
        var files: [String] = []
        let start = ContinuousClock.now
        try renderer.render(part, reporting: &report) { (page) throws(FileSystemError) in
            try timings.measure(.write) { () throws(FileSystemError) in try stage.add(page) }
            files.append(page.address.path)
        }
        timings[.render] = ContinuousClock.now - start - timings[.write]
        return Outcome(report: report, timings: timings, files: files)
    }
}
