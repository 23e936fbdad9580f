import Diagnostics
import Markdown

extension DirectoryChange {
    /// For a changelog: a heading a listing, a bullet a change.
    package var markdown: String {
        var blocks = changed.flatMap(\.blocks)
        if !added.isEmpty {
            blocks += ["## New listings", bullets(added) { "\(name(of: $0)) asks for \(scopes(of: $0))." }]
        }
        if !removed.isEmpty {
            blocks += [
                "## Listings that are gone", bullets(removed) { "\(name(of: $0)) asked for \(scopes(of: $0))." },
            ]
        }
        if blocks.isEmpty { blocks.append("No permission changed.") }
        if !hasCatalogue, !changed.isEmpty {
            blocks.append("Which permissions are wider than others was not told: there was no catalogue.")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func bullets(_ listings: [ListingPermissions], _ sentence: (ListingPermissions) -> String) -> String {
        listings.map { "- " + sentence($0) }.joined(separator: "\n")
    }

    private func name(of listing: ListingPermissions) -> String {
        "**\(escaped(listing.name ?? listing.id))**"
    }

    private func scopes(of listing: ListingPermissions) -> String {
        listing.scopes.isEmpty ? "nothing" : listed(listing.scopes.map(\.reference)) { code($0) }
    }
}

extension ListingChange {
    fileprivate var blocks: [String] {
        let title = [after.name ?? after.id, after.version].compactMap(\.self).map { escaped($0) }
        let compared = "Compared with \(before.version.map { "version \(escaped($0))" } ?? "before"). "
        let bullets = steps.map(bullet) + features.map(bullet) + bundles.map(bullet)
        return [
            "## " + title.joined(separator: " "), compared + consent.verdict,
            bullets.map { "- " + $0 }.joined(separator: "\n"),
        ]
    }

    private func bullet(of step: ScopeStep) -> String {
        var text = "**\(capitalized(step.kind.word))** \(code(step.scope.reference))"
        if !step.replaced.isEmpty { text += " in place of \(codes(step.replaced.map(\.reference)))" }
        if let after = step.after {
            let before = step.before.flatMap { $0 == after ? nil : ", was \($0.rawValue)" } ?? ""
            text += " (\(after.rawValue)\(before))"
        }
        if let reason = reason(for: step) {
            text += ": " + sentence(reason)
        } else {
            text += "."
        }
        if let condition = condition(for: step) { text += " Condition: " + sentence(condition) }
        if let earlier = step.conditionBefore { text += " Condition before: " + sentence(earlier) }
        return text + " " + capitalized(step.consent.sentence) + "."
    }

    private func sentence(_ text: String) -> String {
        escaped(text) + (text.last?.isPunctuation == true ? "" : ".")
    }

    private func bullet(of feature: FeatureChange) -> String {
        let kind = feature.presence.map { $0 == .kept ? "" : "\($0.rawValue) " } ?? ""
        let name = feature.title.map { "**\(escaped($0))** (\(code(feature.id)))" }
        return capitalized("\(kind)feature ") + (name ?? code(feature.id))
            + uses(feature.gained, feature.lost, "needs") + "."
    }

    private func bullet(of bundle: UseChange) -> String {
        "Of the bundle \(code(bundle.subject)) the integration"
            + uses(bundle.gained, bundle.lost, "uses") + (bundle.gained.isEmpty ? "." : ": \(bundleUseNote).")
    }

    private func uses(_ gained: [String], _ lost: [String], _ verb: String) -> String {
        let parts = [
            gained.isEmpty ? nil : "now \(verb) \(codes(gained))",
            lost.isEmpty ? nil : "no longer \(verb) \(codes(lost))",
        ]
        return " " + parts.compactMap(\.self).joined(separator: " and ")
    }

    private func codes(_ names: [String]) -> String { listed(names) { code($0) } }
}

/// A changelog is read in terminals as well, so that nothing in it is obeyed there, nor turned around by a page.
private func escaped(_ text: String) -> String { TerminalText.safe(MarkdownText.escaped(text)) }

private func code(_ name: String) -> String { TerminalText.safe(MarkdownText.code(name)) }
