import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Rules

/// CHECK for what no listing can know alone: links from one to another, names that would share an address, and copies.
struct DirectoryCheck {
    /// All listings, and the pages of the directory itself.
    let summaries: [ListingSummary]
    let filter: FindingFilter
    /// Those that `site.json` gives names in other languages.
    var namedCategories: [Located<String>] = []

    /// Gives back how many links were found to lead nowhere.
    func run(reporting report: inout DiagnosticReport) -> Int {
        let refuted = checkLinks(reporting: &report)
        checkCategories(reporting: &report)
        checkNames(reporting: &report)
        checkCopies(reporting: &report)
        return refuted
    }

    /// Only what can differ from one language to another.
    func checkLinks(reporting report: inout DiagnosticReport) -> Int {
        var refuted = 0
        for (rule, findings) in Dictionary(grouping: brokenLinks(), by: \.id) {
            // In the name of the rule that checks the same inside a listing.
            guard let description = RuleRegistry.description(of: rule) else { continue }
            filter.add(findings, of: description, sources: Self.bytes, to: &report)
            refuted += findings.count
        }
        return refuted
    }

    /// The listings themselves are no longer in memory; what is wrong with them is seldom much.
    private static func bytes(at path: String) -> [UInt8]? {
        guard case .bytes(let bytes)? = try? readFile(path, limit: ContentLoader.longestText) else { return nil }
        return bytes
    }

    private func brokenLinks() -> [Diagnostic] {
        let links = summaries.flatMap(\.linksElsewhere)
        guard !links.isEmpty else { return [] }
        var broken: [Diagnostic] = []
        var pages: [String: PageSummary] = [:]
        var files: Set<String> = []
        for summary in summaries {
            for page in summary.pages { pages[page.contentPath] = page }
            files.formUnion(summary.files)
        }
        // A page that was renamed may have been linked from every listing: the search is made once.
        var advice: [String: String] = [:]
        for link in links {
            if let page = pages[link.contentPath] {
                if let diagnostic = check(link, against: page) { broken.append(diagnostic) }
            } else if !files.contains(link.contentPath) {
                let hint = advice[link.contentPath] ?? guess(at: link.contentPath, among: pages.keys)
                advice[link.contentPath] = hint
                let message = "there is no '\(link.contentPath)'" + hint
                broken.append(
                    Diagnostic(id: "link-target-missing", severity: .error, message: message, range: link.place)
                )
            }
        }
        return broken
    }

    private func guess(at path: String, among paths: some Sequence<String>) -> String {
        closestMatch(to: path, among: paths).map { "; did you mean '\($0)'?" } ?? ""
    }

    private func check(_ link: CrossLink, against page: PageSummary) -> Diagnostic? {
        guard let anchor = link.anchor, !anchor.isEmpty, !page.anchors.contains(anchor) else { return nil }
        let guess = closestMatch(to: anchor, among: page.anchors.all.map(String.init))
        let advice = guess.map { "; did you mean '#\($0)'?" } ?? ""
        let message = "'\(page.translation ?? link.contentPath)' has no heading '#\(anchor)'" + advice
        return Diagnostic(id: "link-anchor-missing", severity: .error, message: message, range: link.place)
    }

    private func checkCategories(reporting report: inout DiagnosticReport) {
        let used = Set(summaries.flatMap { $0.categories.map(\.name) })
        for category in namedCategories where !used.contains(category.value) {
            let guess = closestMatch(to: category.value, among: used.sorted())
            report.warning(
                "category-unknown",
                "no listing is in the category '\(category.value)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
                at: category.range
            )
        }
        var first: [String: String] = [:]
        var reported: Set<String> = []
        for name in Set(summaries.flatMap { $0.categories.map(\.name) }).sorted() {
            let address = slug(of: name)
            guard let other = first.updateValue(first[address] ?? name, forKey: address),
                reported.insert(name).inserted,
                let place = summaries.first(where: { $0.categories.contains { $0.name == name } })?.manifestPlace
            else { continue }
            report.error(
                "category-ambiguous",
                "the categories '\(name)' and '\(other)' would share an address; agree on one spelling",
                at: place
            )
        }
    }

    private func checkNames(reporting report: inout DiagnosticReport) {
        let description = ListingNameRepeated.description
        guard !filter.isOff(description.id) else { return }
        var first: [ListingNameRepeated.Key: Int] = [:]
        var findings: [Diagnostic] = []
        for (number, summary) in summaries.enumerated() {
            guard let place = summary.namePlace else { continue }
            let earlier = first[ListingNameRepeated.Key(summary.name), default: number]
            guard earlier != number else {
                first[ListingNameRepeated.Key(summary.name)] = number
                continue
            }
            let other = summaries[earlier]
            findings.append(
                Diagnostic(
                    id: description.id,
                    severity: description.severity,
                    message: "the listing '\(other.id)' bears the name '\(other.name)' as well",
                    range: place,
                    notes: [Note("the other listing is here", at: other.namePlace)]
                )
            )
        }
        filter.add(findings, of: description, sources: Self.bytes, to: &report)
    }

    private func checkCopies(reporting report: inout DiagnosticReport) {
        let description = ListingNearCopy.description
        guard !filter.isOff(description.id) else { return }
        let listings = summaries.filter { $0.manifestPlace != nil }
        var search = NearCopySearch()
        let copies = search.copies(among: listings.map(\.sketch), least: ListingNearCopy.leastLikeness)
        let findings = copies.compactMap { found -> Diagnostic? in
            let original = listings[found.original]
            guard let place = listings[found.copy].manifestPlace else { return nil }
            return Diagnostic(
                id: description.id,
                severity: description.severity,
                message: "about \(Int(found.likeness * 100)) % of what '\(listings[found.copy].id)' says stands in "
                    + "'\(original.id)' as well",
                range: place,
                notes: [Note("the other listing is here", at: original.manifestPlace)]
            )
        }
        filter.add(findings, of: description, sources: Self.bytes, to: &report)
    }
}
