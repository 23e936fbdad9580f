import Diagnostics
import FileSystem

/// One part of the directory's own pages, rendered and written.
struct DirectoryUnit: Sendable {
    let renderer: DirectoryRenderer
    let stage: StagedSite

    struct Outcome: Sendable {
        let report: DiagnosticReport
        let timings: StageTimings
        let files: [StagedFile]
    }

    func work(on part: DirectoryPart) throws(FileSystemError) -> Outcome {
        var report = DiagnosticReport()
        var timings = StageTimings()
        var files: [StagedFile] = []
        let start = ContinuousClock.now
        try renderer.render(part, reporting: &report) { (page) throws(FileSystemError) in
            let page = page.published(in: renderer.site.folder)
            files.append(try timings.measure(.write) { () throws(FileSystemError) in try stage.add(page) })
        }
        timings[.render] = ContinuousClock.now - start - timings[.write]
        return Outcome(report: report, timings: timings, files: files)
    }
}
