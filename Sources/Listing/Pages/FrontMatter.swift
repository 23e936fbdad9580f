package import Diagnostics
package import LocatedJSON

/// The lines between `---` and `---` at the head of a page: a strict subset of YAML.
package struct FrontMatter: Sendable {
    package var title: Located<String>?
    package var description: Located<String>?
    package var kind: Located<PageKind>?
    package var order: Located<Int>?
    package var updated: Located<CalendarDate>?
    /// The `---` that opens it, for what is missing from it; the start of the file when there is none.
    package var opening: SourceRange
    /// Where the Markdown begins.
    package var bodyStart: Int
}

/// What a page is for; a marketplace's template may ask for one of each.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
    case overview, setup, guide, faq, reference, support, changelog
}
