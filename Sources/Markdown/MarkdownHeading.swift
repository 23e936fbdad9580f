package import Diagnostics

/// A heading, and where it stands.
///
/// A class, since rule after rule goes through all headings and a value would be copied each time.
package final class MarkdownHeading: Sendable {
    /// The index of the heading's node.
    package let node: Int
    /// 1 to 6.
    package let level: Int
    /// The id in the page, unique among the headings of the document.
    package let anchor: String
    /// The text without any marks.
    package let title: String
    package let range: ByteRange
    /// Whether the heading stands in no quote, list or alert; only such headings open sections.
    package let isTopLevel: Bool
    /// The feature's id, when the heading is one `feature:` link, as ``FeatureHeading`` tells.
    package let feature: String?

    init(
        node: Int,
        level: Int,
        anchor: String,
        title: String,
        range: ByteRange,
        isTopLevel: Bool,
        feature: String?
    ) {
        self.node = node
        self.level = level
        self.anchor = anchor
        self.title = title
        self.range = range
        self.isTopLevel = isTopLevel
        self.feature = feature
    }
}
