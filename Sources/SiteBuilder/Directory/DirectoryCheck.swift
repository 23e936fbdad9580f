import Diagnostics

/// CHECK for what no listing can know alone: links from one to another, and names that would share an address.
struct DirectoryCheck {
    /// All listings, and the pages of the directory itself.
    let summaries: [ListingSummary]

    /// Gives back how many links were found to lead nowhere.
    func run(reporting report: inout DiagnosticReport) -> Int {
        let before = report.errorCount
        checkLinks(reporting: &report)
        let refuted = report.errorCount - before
        checkCategories(reporting: &report)
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
        for link in links {
            if let anchors = pages[link.contentPath] {
                check(link, against: anchors, reporting: &report)
            } else if !files.contains(link.contentPath) {
                let guess = closestMatch(to: link.contentPath, among: pages.keys)
                report.error(
                    "link-target-missing",
                    "there is no '\(link.contentPath)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
                    at: link.place
                )
            }
        }
    }

    private func check(_ link: CrossLink, against anchors: AnchorSet, reporting report: inout DiagnosticReport) {
        guard let anchor = link.anchor, !anchor.isEmpty, !anchors.contains(anchor) else { return }
        let guess = closestMatch(to: anchor, among: anchors.all.map(String.init))
        report.error(
            "link-anchor-missing",
            "'\(link.contentPath)' has no heading '#\(anchor)'" + (guess.map { "; did you mean '#\($0)'?" } ?? ""),
            at: link.place
        )
    }

    private func checkCategories(reporting report: inout DiagnosticReport) {
        var first: [String: String] = [:]
        var reported: Set<String> = []
        for name in Set(summaries.flatMap(\.categories)).sorted() {
            let slug = slug(of: name)
            guard let other = first.updateValue(first[slug] ?? name, forKey: slug), reported.insert(name).inserted
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
}
