import BuiltInFiles
package import Diagnostics
import Markup
import Templates

/// The pages of the report, from the templates that travel inside the program.
package struct ReviewPages: Sendable {
    private let library: TemplateLibrary
    private let style: HTMLFragment
    private let title: String
    private let language: String

    /// - Parameter report: takes what is wrong with the templates, which is nothing in a program that was tested.
    package init(title: String, language: String, reporting report: inout DiagnosticReport) {
        let files = BuiltInFile.files(below: "report/")
        library = Self.library(of: files, reporting: &report)
        style = HTMLFragment(trusted: files.first { $0.path == "report.css" }?.bytes ?? [])
        self.title = title
        self.language = language
    }

    package static let overviewPath = "index.html"
    package static func listingPath(_ id: String) -> String { "integrations/\(id).html" }

    package func overview(of directory: DirectoryReview, reporting report: inout DiagnosticReport) -> [UInt8] {
        render("overview", OverviewPageView.view, directory, reporting: &report)
    }

    package func page(of matrix: ReviewMatrix, reporting report: inout DiagnosticReport) -> [UInt8] {
        render("listing", ListingPageView.view, matrix, reporting: &report)
    }

    private func render<Content: Sendable>(
        _ name: String,
        _ view: View<ReportPage<Content>>,
        _ content: Content,
        reporting report: inout DiagnosticReport
    ) -> [UInt8] {
        guard let template = library[name] else { return [] }
        var bytes: [UInt8] = []
        let page = ReportPage(content: content, title: title, language: language, style: style)
        TemplateRenderer.render(
            template,
            view.value(of: page),
            library: library,
            into: &bytes,
            mode: .strict,
            reporting: &report
        )
        return bytes
    }

    private static func library(
        of files: [BuiltInFile],
        reporting report: inout DiagnosticReport
    ) -> TemplateLibrary {
        let ending = ".mustache"
        let templates = files.filter { $0.path.hasSuffix(ending) }.map { file in
            TemplateLibrary.File(
                name: String(file.path.dropLast(ending.count)),
                path: "Sources/CBuiltInFiles/report/\(file.path)",
                bytes: file.bytes
            )
        }
        return TemplateLibrary(templates, reporting: &report)
    }

    /// Proves that the templates only say what the views can answer.
    static func checkTemplates(reporting report: inout DiagnosticReport) {
        let library = library(of: BuiltInFile.files(below: "report/"), reporting: &report)
        TemplateChecker.check(library, entry: "overview", shape: OverviewPageView.view.shape, reporting: &report)
        TemplateChecker.check(library, entry: "listing", shape: ListingPageView.view.shape, reporting: &report)
    }
}
