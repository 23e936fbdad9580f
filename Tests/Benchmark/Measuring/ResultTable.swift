import Foundation

/// The rows of a comparison, printed as they come in.
struct ResultTable {
    let pageCount: Int

    func printHeading() {
        show(row("\(pageCount) pages", "wall s", "user+sys s", "pages/s", "ms/page", "peak MB"))
    }

    func add(_ name: String, _ measurement: Measurement) {
        let wall = measurement.wallSeconds
        show(
            row(
                measurement.exitCode == 0 ? name : "\(name) (FAILED)",
                String(format: "%.3f", wall),
                String(format: "%.3f", measurement.processorSeconds),
                String(format: "%.0f", Double(pageCount) / wall),
                String(format: "%.4f", wall * 1000 / Double(pageCount)),
                String(format: "%.1f", measurement.peakMegabytes)
            )
        )
    }

    private func row(_ name: String, _ cells: String...) -> String {
        let padded = cells.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }
        return name.padding(toLength: 34, withPad: " ", startingAt: 0) + padded.joined()
    }
}

/// Written at once, so that each row is seen while the next one is measured.
func show(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}
