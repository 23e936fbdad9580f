import Listing
import Templates

/// A part of a listing that Candor itself writes below the author's text, for the table of contents.
enum ListingSection: CaseIterable {
    case features, permissions, data, changes, support

    /// Authors cannot have such an id: theirs hold no point.
    var anchor: String {
        switch self {
        case .features: "feature.list"
        case .permissions: "permission.table"
        case .data: "data.table"
        case .changes: "release.list"
        case .support: "support.contact"
        }
    }

    var title: Phrase {
        switch self {
        case .features: Phrase("features.title")
        case .permissions: Phrase("permissions.title")
        case .data: Phrase("data.title")
        case .changes: Phrase("releases.title")
        case .support: Phrase("support.title")
        }
    }

    func isPresent(on page: ListingPageModel) -> Bool {
        switch self {
        case .features, .permissions: true
        case .data: !page.manifest.data.isEmpty
        case .changes: !page.releases.isEmpty
        case .support: page.manifest.support != nil
        }
    }
}
