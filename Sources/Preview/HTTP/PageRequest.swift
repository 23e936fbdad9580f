/// Which page is asked for: something to look up, never a path on the disk.
package struct PageRequest: Sendable, Hashable {
    package enum Area: Sendable, Hashable {
        /// Below the site's base path.
        case site
        /// Below the path of the preview's own scripts.
        case tool
    }

    package let area: Area
    /// Below the area, decoded, without a slash at the start: empty for the area's root.
    package let path: String
    /// As it came, without the question mark.
    package let query: String?
    /// Whether the browser vouches that a page of this server asks: required for whatever does more than show.
    package let isFromOwnPage: Bool
    let fullPath: String

    /// The same path with a slash at its end, which makes the page's relative links lead where they should.
    package var redirectedToFolder: Answer {
        .redirect(path: fullPath + "/", query: query)
    }
}
