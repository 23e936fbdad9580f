import LocatedJSON
import Markup
import Templates

/// `feed.xml` (Atom, RFC 4287): integrations that are new or were updated, and changes of what they ask for.
///
/// Every time in it comes from the content, so that the same content gives the same feed.
struct AtomFeed: Sendable {
    let site: SiteFrame
    let plan: DirectoryPlan

    static let mostEntries = 50

    /// nil where the site does not know its own address, which a feed names.
    var file: RenderedPage? {
        guard let baseURL = site.baseURL.map({ $0 + site.folder }) else { return nil }
        let entries = newest
        var xml = XMLWriter()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        xml.text(site.language)
        xml.raw("\">\n")
        xml.element("title", site.title)
        xml.element("subtitle", site.description)
        xml.element("id", baseURL)
        xml.element("updated", Self.time(entries.first?.entry.date))
        xml.link("self", baseURL + SiteAddress.feed.path)
        xml.link("alternate", baseURL)
        for entry in entries { write(entry, baseURL, to: &xml) }
        xml.raw("</feed>\n")
        return RenderedPage(address: .feed, bytes: xml.bytes)
    }

    private struct Entry {
        let summary: ListingSummary
        let entry: FeedEntry
    }

    /// Newest first; on one day in the order of the directory.
    private var newest: [Entry] {
        let all = plan.summaries.enumerated().flatMap { position, summary in
            summary.news.enumerated().map { (position, $0, Entry(summary: summary, entry: $1)) }
        }
        let sorted = all.sorted { left, right in
            left.2.entry.date != right.2.entry.date
                ? left.2.entry.date > right.2.entry.date : (left.0, left.1) < (right.0, right.1)
        }
        return sorted.prefix(Self.mostEntries).map(\.2)
    }

    private func write(_ entry: Entry, _ baseURL: String, to xml: inout XMLWriter) {
        let page = baseURL + SiteAddress.integration(entry.summary.id).withoutIndex
        let news = entry.entry
        xml.raw("<entry>\n")
        xml.element("title", site.texts.string(of: news.title))
        xml.element("id", "\(page)#\(percentEncoded("release-\(news.version)-\(news.date)"))")
        xml.element("updated", Self.time(news.date))
        xml.link("alternate", page)
        xml.raw("<author>")
        xml.element("name", entry.summary.builtBy.isEmpty ? site.title : entry.summary.builtBy)
        xml.raw("</author>\n")
        for category in entry.summary.categories {
            xml.raw("<category term=\"")
            xml.text(category.title.text)
            xml.raw("\"/>\n")
        }
        xml.element("content", news.lines.map(site.texts.string).joined(separator: "\n"))
        xml.raw("</entry>\n")
    }

    /// A feed without entries is of no day.
    private static func time(_ date: CalendarDate?) -> String {
        "\(date.map { "\($0)" } ?? "1970-01-01")T00:00:00Z"
    }
}
