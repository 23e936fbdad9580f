import Diagnostics
import Markup
import Templates
import TestSupport

struct ListingModel: Sendable {
    var name = "Points & Perks"
    var tagline: String?
    var overview: HTMLFragment? = HTMLFragment(trusted: Array("<p>Reads & writes</p>".utf8))
    var isBeta = false
    var keywords: [String] = []
    var support: SupportModel?
    var features: [FeatureModel] = []

    static let view = View<ListingModel>(
        "listing",
        [
            .text("name", "The integration's name.") { $0.name },
            .text("tagline", "One line below the name.") { $0.tagline },
            .html("overview", "The first paragraphs.") { $0.overview },
            .flag("isBeta", "Whether it is not yet generally available.") { $0.isBeta },
            .texts("keywords", "Words to find it by.") { $0.keywords },
            .object("support", "Whom to ask.", SupportModel.view) { $0.support },
            .list("features", "What it does.", FeatureModel.view) { $0.features },
        ]
    )
}

struct SupportModel: Sendable {
    var email = "help@example.com"

    static let view = View<SupportModel>(
        "support",
        [.text("email", "The address to write to.") { $0.email }]
    )
}

struct FeatureModel: Sendable {
    var title: String
    var scopes: [String] = []

    static let view = View<FeatureModel>(
        "feature",
        [
            .text("title", "The feature's title.") { $0.title },
            .texts("scopes", "The scopes it needs.") { $0.scopes },
        ]
    )
}

/// A library of marked texts whose names are also their paths.
struct MarkedLibrary {
    let library: TemplateLibrary
    private(set) var report = DiagnosticReport()
    private let marked: [String: MarkedText]

    init(_ texts: [String: String]) {
        marked = texts.mapValues(MarkedText.init)
        let files = marked.sorted { $0.key < $1.key }.map { name, text in
            TemplateLibrary.File(name: name, path: name, bytes: text.bytes)
        }
        library = TemplateLibrary(files, reporting: &report)
    }

    /// The library's diagnostics and those of the check that begins at the template `page`.
    func checked() -> DiagnosticReport {
        var report = report
        TemplateChecker.check(library, entry: "page", shape: ListingModel.view.shape, reporting: &report)
        return report
    }

    /// The marked places of all texts.
    var places: Set<SourceRange> {
        Set(marked.flatMap { name, text in text.ranges.map { SourceRange(path: name, bytes: $0) } })
    }

    func render(
        _ model: ListingModel,
        mode: TemplateRenderer.Mode = .strict
    ) -> (text: String, report: DiagnosticReport) {
        render(ListingModel.view.value(of: model), mode: mode)
    }

    func render(
        _ value: TemplateValue,
        mode: TemplateRenderer.Mode = .strict
    ) -> (text: String, report: DiagnosticReport) {
        var report = DiagnosticReport()
        var output: [UInt8] = []
        guard let page = library["page"] else { return ("", self.report) }
        TemplateRenderer.render(page, value, library: library, into: &output, mode: mode, reporting: &report)
        return (String(decoding: output, as: UTF8.self), report)
    }
}
