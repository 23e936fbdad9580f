import Diagnostics

extension DirectoryChange {
    /// For people who read it in a terminal: what authors wrote is shown, never obeyed.
    package var text: String {
        var lines = changed.flatMap(\.lines)
        lines += added.map { "listing \(quoted($0.id)) is new and asks for \(scopes(of: $0))" }
        lines += removed.map { "listing \(quoted($0.id)) is gone; it asked for \(scopes(of: $0))" }
        if changed.isEmpty, !lines.isEmpty { lines.append("") }
        if !hasCatalogue, !changed.isEmpty {
            lines.append("which scopes are wider than others was not told: there is no catalogue (--content)")
        }
        lines.append(account)
        return lines.joined(separator: "\n") + "\n"
    }

    private func scopes(of listing: ListingPermissions) -> String {
        listing.scopes.isEmpty ? "nothing" : listed(listing.scopes.map(\.reference), quoted)
    }

    /// What it comes to, in one line.
    private var account: String {
        let parts = [
            (changed.count, "changed"), (added.count, "new"), (removed.count, "gone"), (unchangedCount, "unchanged"),
        ]
        let counts = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return (counts.isEmpty ? "no listings" : "listings: " + counts.joined(separator: ", ")) + "; "
            + closing
    }

    private var closing: String {
        switch consent {
        case .everybody: "everybody must consent again to something"
        case .concerned, .choosing: "some must consent again"
        case .nobody: "nobody must consent again"
        }
    }
}

extension ListingChange {
    fileprivate var lines: [String] {
        let title = "\(after.id): \(TerminalText.safe("\(before.shownVersion) -> \(after.shownVersion)"))"
        return [title] + steps.flatMap(lines) + features.map(line) + bundles.map(line) + [""]
    }

    private func lines(of step: ScopeStep) -> [String] {
        var line = "  \(step.kind.word) \(quoted(step.scope.reference))"
        if !step.replaced.isEmpty { line += " in place of \(listed(step.replaced.map(\.reference), quoted))" }
        if let after = step.after { line += ", \(after.rawValue)" }
        if step.after != nil, let before = step.before, before != step.after { line += " (was \(before.rawValue))" }
        let reason = reason(for: step).map { ["    reason: \(TerminalText.safe($0))"] } ?? []
        let condition = condition(for: step).map { ["    condition: \(TerminalText.safe($0))"] } ?? []
        let earlier = step.conditionBefore.map { ["    condition before: \(TerminalText.safe($0))"] } ?? []
        return [line + "; \(step.consent.sentence)"] + condition + earlier + reason
    }

    private func line(of feature: FeatureChange) -> String {
        let kind = feature.presence.map { $0 == .kept ? "" : "\($0.rawValue) " } ?? ""
        return "  \(kind)feature \(quoted(feature.id))" + uses(feature.gained, feature.lost, "needs")
    }

    private func line(of bundle: UseChange) -> String {
        "  bundle \(quoted(bundle.subject))" + uses(bundle.gained, bundle.lost, "uses")
            + (bundle.gained.isEmpty ? "" : "; \(bundleUseNote)")
    }

    private func uses(_ gained: [String], _ lost: [String], _ verb: String) -> String {
        let parts = [
            gained.isEmpty ? nil : "now \(verb) \(listed(gained, quoted))",
            lost.isEmpty ? nil : "no longer \(verb) \(listed(lost, quoted))",
        ]
        return " " + parts.compactMap(\.self).joined(separator: " and ")
    }
}

private func quoted(_ name: String) -> String { "'\(TerminalText.safe(name))'" }
