import Listing
import Markup
import Templates

/// The line below the heading of a feature's section: the scopes that it needs.
struct FeatureNeeds {
    let feature: Feature
    let chips: [(scope: String, url: String)]
    let texts: Texts

    var fragment: HTMLFragment {
        var html = HTMLBuilder()
        html.open("p", [("class", chips.isEmpty ? "feature-scopes feature-scopes-none" : "feature-scopes")])
        writeStatus(to: &html)
        html.open("span", [("class", "feature-scopes-label")])
        html.text(texts.string(of: chips.isEmpty ? Phrase("feature.needsNone") : Phrase("feature.needs")))
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
        guard let status = feature.status.inWords else { return }
        html.open("span", [("class", "badge badge-\(feature.status.rawValue)")])
        html.text(texts.string(of: status))
        html.close("span")
        html.text(" ")
    }
}
