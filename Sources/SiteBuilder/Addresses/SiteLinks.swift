/// Makes the links of one page.
struct SiteLinks: Sendable {
    /// What leads from the page to the root of its language.
    let root: String
    /// What leads from the page to the root of the site.
    private let sharedRoot: String
    /// Whether the links of pages lead to their twins.
    let isForTwins: Bool

    /// - Parameter folder: that of the page's language.
    init(from page: SiteAddress, in folder: String, isForTwins: Bool = false) {
        root = page.root
        sharedRoot = Self.climb(folder) + root
        self.isForTwins = isForTwins
    }

    /// For a page that may be served at any depth, as the page for missing addresses is.
    init(absoluteRoot: String, in folder: String) {
        root = absoluteRoot
        sharedRoot = absoluteRoot + Self.climb(folder)
        isForTwins = false
    }

    private static func climb(_ folder: String) -> String { folder.isEmpty ? "" : "../" }

    /// Where a page stands in another language.
    func link(to page: SiteAddress, in language: SiteLanguage) -> String {
        sharedRoot + percentEncoded(page.published(in: language.folder).path)
    }

    func link(to address: SiteAddress, anchor: String? = nil) -> String {
        (address.isShared ? sharedRoot : root) + percentEncoded((isForTwins ? address.twin : nil)?.path ?? address.path)
            + (anchor.map { "#" + percentEncoded($0) } ?? "")
    }
}

/// Encodes what an address cannot hold; `/` and what is encoded already stay as they are.
package func percentEncoded(_ text: String) -> String {
    let isPlain = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe $0.allSatisfy(isPlainInAddress) }
    if isPlain == true { return text }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
        if isPlainInAddress(byte) {
            encoded.append(byte)
        } else {
            let digits = Array("0123456789ABCDEF".utf8)
            encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}

private func isPlainInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"): true
    default: false
    }
}
