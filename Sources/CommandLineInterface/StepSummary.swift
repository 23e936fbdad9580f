import Diagnostics
import FileSystem

/// What a run of GitHub's workflows shows on its own page, in Markdown: annotations alone are cut off after a few.
struct StepSummary: Sendable {
    let report: DiagnosticReport
    /// The line that says what was proved.
    let coverage: String

    /// Adds it to the file that the workflow names; without one there is nobody to read it.
    func append(in environment: [String: String]) throws(FileSystemError) {
        guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
        try appendToFile(path, Array(text.utf8))
    }

    private static let mostRows = 100

    var text: String {
        var text = "### Candor: \(TextRenderer.closingLine(of: report))\n\n\(Self.escaped(coverage))\n"
        let found = report.sorted
        guard !found.isEmpty else { return text }
        text += "\n| severity | rule | file | message |\n| --- | --- | --- | --- |\n"
        for diagnostic in found.prefix(Self.mostRows) {
            let path = Self.escaped(diagnostic.range?.path ?? "")
            let message = Self.escaped(diagnostic.message)
            text += "| \(diagnostic.severity.rawValue) | \(diagnostic.id) | \(path) | \(message) |\n"
        }
        if found.count > Self.mostRows { text += "\nand \(found.count - Self.mostRows) more\n" }
        return text
    }

    /// Nothing of what authors wrote is to be read as Markdown.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "@": escaped += "\\\(scalar)"
            case _ where scalar.value < 0x20: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
