import Listing
import LocatedJSON
import Markdown
import Templates

/// The changes of permissions in the twin of an integration's page.
struct ReleaseTwin {
    let texts: Texts

    func write(_ releases: [ReleaseModel], to lines: inout MarkdownLines) {
        guard !releases.isEmpty else { return }
        lines.block("## " + word(Phrase("releases.title")))
        for model in releases {
            let version = word(Phrase("listing.version", ["version": .text(model.release.version.value)]))
            let date = model.release.date.map { " – \($0.value)" } ?? ""
            lines.block("### " + MarkdownText.escaped(version + date))
            let items = model.changes.map(line) + model.uses.map { MarkdownText.escaped(word($0.sentence)) }
            lines.list(items.isEmpty ? [MarkdownText.escaped(word(Phrase("releases.noChange")))] : items)
        }
    }

    private func line(of change: ReleaseModel.Change) -> String {
        var text = word(change.kindInWords) + " " + MarkdownText.code(change.step.scope.reference)
        if let requirement = change.step.after {
            let before = change.requirementBefore.map {
                word(Phrase("release.before", ["requirementBefore": $0.inLine]))
            }
            text += " (" + word(requirement.inLine) + (before ?? "") + ")"
        }
        if let replaced = change.inPlaceOf { text += MarkdownText.escaped(word(replaced)) }
        text += "."
        if let consent = change.consent { text += " " + MarkdownText.escaped(word(consent)) }
        if let condition = change.condition {
            text += " " + MarkdownText.escaped(word(Phrase("release.when", ["when": .text(condition.text)])))
        }
        return text
    }

    private func word(_ phrase: Phrase) -> String { texts.string(of: phrase) }
}
