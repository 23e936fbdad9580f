import Listing
import Markup

/// The line below the heading of a feature's section: the scopes that it needs.
struct FeatureNeeds {
    let feature: Feature
    let chips: [(scope: String, url: String)]

    var fragment: HTMLFragment {
        var html = HTMLBuilder()
        html.open("p", [("class", chips.isEmpty ? "feature-scopes feature-scopes-none" : "feature-scopes")])
        writeStatus(to: &html)
        html.open("span", [("class", "feature-scopes-label")])
        html.text(chips.isEmpty ? "Needs no permission" : "Needs")
        html.close("span")
        for chip in chips {
            html.text(" ")
            html.open("a", [("class", "scope-chip"), ("href", chip.url)])
            html.text(chip.scope)
            html.close("a")
        }
        html.close("p")
        return html.fragment
    }

    private func writeStatus(to html: inout HTMLBuilder) {
        guard feature.status != .available else { return }
        html.open("span", [("class", "badge badge-\(feature.status.rawValue)")])
        html.text(feature.status == .beta ? "Beta" : "Planned")
        html.close("span")
        html.text(" ")
    }
}
