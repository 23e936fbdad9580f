import Diagnostics
import Listing
import Rules

/// CHECK for what no listing can know alone: links from one to another, names that would share an address, and copies.
struct DirectoryCheck {
    /// All listings, and the pages of the directory itself.
    let summaries: [ListingSummary]
    let levels: RuleLevels

    /// Gives back how many links were found to lead nowhere.
    func run(reporting report: inout DiagnosticReport) -> Int {
        let before = report.diagnostics.count
        checkLinks(reporting: &report)
        let refuted = report.diagnostics.count - before
        checkCategories(reporting: &report)
        checkCopies(reporting: &report)
        return refuted
    }

    private func checkLinks(reporting report: inout DiagnosticReport) {
        let links = summaries.flatMap(\.linksElsewhere)
        guard !links.isEmpty else { return }
        var pages: [String: AnchorSet] = [:]
        var files: Set<String> = []
        for summary in summaries {
            for page in summary.pages { pages[page.contentPath] = page.anchors }
            files.formUnion(summary.files)
        }
        // A page that was renamed may have been linked from every listing: the search is made once.
        var advice: [String: String] = [:]
        for link in links {
            if let anchors = pages[link.contentPath] {
                check(link, against: anchors, reporting: &report)
            } else if !files.contains(link.contentPath) {
                let hint = advice[link.contentPath] ?? guess(at: link.contentPath, among: pages.keys)
                advice[link.contentPath] = hint
                add("link-target-missing", "there is no '\(link.contentPath)'" + hint, at: link, to: &report)
            }
        }
    }

    private func guess(at path: String, among paths: some Sequence<String>) -> String {
        closestMatch(to: path, among: paths).map { "; did you mean '\($0)'?" } ?? ""
    }

    private func check(_ link: CrossLink, against anchors: AnchorSet, reporting report: inout DiagnosticReport) {
        guard let anchor = link.anchor, !anchor.isEmpty, !anchors.contains(anchor) else { return }
        let guess = closestMatch(to: anchor, among: anchors.all.map(String.init))
        let advice = guess.map { "; did you mean '#\($0)'?" } ?? ""
        add("link-anchor-missing", "'\(link.contentPath)' has no heading '#\(anchor)'" + advice, at: link, to: &report)
    }

    /// In the name of the rule that checks the same inside a listing.
    private func add(_ rule: String, _ message: String, at link: CrossLink, to report: inout DiagnosticReport) {
        guard let severity = levels.severity(of: rule) else { return }
        report.add(Diagnostic(id: rule, severity: severity, message: message, range: link.place))
    }

    private func checkCategories(reporting report: inout DiagnosticReport) {
        var first: [String: String] = [:]
        var reported: Set<String> = []
        for name in Set(summaries.flatMap(\.categories)).sorted() {
            let address = slug(of: name)
            guard let other = first.updateValue(first[address] ?? name, forKey: address), reported.insert(name).inserted
            else {
                continue
            }
            let place = summaries.first { $0.categories.contains(name) }.flatMap(\.manifestPlace)
            report.error(
                "category-ambiguous",
                "the categories '\(name)' and '\(other)' would share an address; agree on one spelling",
                at: place
            )
        }
    }

    private func checkCopies(reporting report: inout DiagnosticReport) {
        let rule = ListingNearCopy.description.id
        guard let severity = levels.severity(of: rule) else { return }
        let listings = summaries.filter { $0.manifestPlace != nil }
        var search = NearCopySearch()
        for found in search.copies(among: listings.map(\.sketch), least: ListingNearCopy.leastLikeness) {
            let original = listings[found.original]
            report.add(
                Diagnostic(
                    id: rule,
                    severity: severity,
                    message: "about \(Int(found.likeness * 100)) % of what '\(listings[found.copy].id)' says stands in "
                        + "'\(original.id)' as well",
                    range: listings[found.copy].manifestPlace,
                    notes: [Note("the other listing is here", at: original.manifestPlace)]
                )
            )
        }
    }
}
