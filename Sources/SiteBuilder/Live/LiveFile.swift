package import Diagnostics

/// What stands at an address of a live site.
package enum LiveFile: Sendable {
    /// A page, or another file that Candor makes; `hash` is that of the bytes.
    case page(bytes: [UInt8], hash: String)
    /// A file of the content that is published as it is, by its path.
    case media(path: String)
    /// A page of a listing that was not without an error since the preview began: there is nothing to show yet.
    case withheld(name: String)

    var isPage: Bool { if case .page = self { true } else { false } }
}

/// What a change of the content made of the site.
package struct LiveUpdate: Sendable {
    /// Counts the states of the site.
    package let build: Int
    package let report: DiagnosticReport
    package let integrationCount: Int
    /// Of the pages that were asked about, those which have other bytes now, as paths from the root of the site.
    package let changedPages: [String]
    /// Media that have another address now, each with the one that pages were shown with before.
    package let refiled: [(earlier: String, now: String)]
    /// Style sheets that have another address now, each with the one before.
    package let restyled: [(earlier: String, now: String)]
}
