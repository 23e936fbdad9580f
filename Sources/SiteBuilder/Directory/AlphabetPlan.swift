/// All integrations by the first letter of their names: on one page, or on pages for each letter where there are many.
struct AlphabetPlan: Sendable {
    struct Letter: Sendable {
        /// As it stands in an address.
        let key: String
        let title: String
        let members: [ListingSummary]
    }

    struct Page: Sendable {
        let address: SiteAddress
        /// Empty where all letters stand on this page.
        let choices: [Choice]
        let letters: [Letter]
        let number: Int
        let count: Int
        let previous: SiteAddress?
        let next: SiteAddress?
        let integrationCount: Int
    }

    struct Choice: Sendable {
        let title: String
        let count: Int
        let address: SiteAddress
        let isCurrent: Bool
    }

    static let mostOnOnePage = 300
    private static let otherLetters = "other"

    let pages: [Page]

    /// - Parameter summaries: in the order of their names.
    init(_ summaries: [ListingSummary]) {
        let letters = Self.letters(of: summaries)
        guard summaries.count > Self.mostOnOnePage else {
            pages = [
                Page(
                    address: .search(),
                    choices: [],
                    letters: letters,
                    number: 1,
                    count: 1,
                    previous: nil,
                    next: nil,
                    integrationCount: summaries.count
                )
            ]
            return
        }
        pages = letters.flatMap { Self.pages(of: $0, among: letters, summaries.count) }
    }

    private static func letters(of summaries: [ListingSummary]) -> [Letter] {
        let groups = Dictionary(grouping: summaries) { letter(of: $0.name) }
        return groups.sorted { ($0.key == otherLetters ? "~" : $0.key) < ($1.key == otherLetters ? "~" : $1.key) }
            .map { key, members in
                Letter(key: key, title: key == otherLetters ? "0–9 and others" : key.uppercased(), members: members)
            }
    }

    private static func letter(of name: String) -> String {
        var terms = PageTerms()
        terms.read(String(name.prefix(1)) + "x", .title, section: 0)
        guard let byte = terms.text.first, (0x61...0x7A).contains(byte), name.first?.isLetter == true else {
            return otherLetters
        }
        return String(decoding: [byte], as: UTF8.self)
    }

    private static func pages(of letter: Letter, among letters: [Letter], _ total: Int) -> [Page] {
        let count = (letter.members.count + mostOnOnePage - 1) / mostOnOnePage
        let choices = letters.map { other in
            Choice(
                title: other.title,
                count: other.members.count,
                address: address(of: other, among: letters, page: 1),
                isCurrent: other.key == letter.key
            )
        }
        return (1...max(count, 1)).map { number in
            let start = (number - 1) * mostOnOnePage
            let part = letter.members[start..<min(letter.members.count, start + mostOnOnePage)]
            return Page(
                address: address(of: letter, among: letters, page: number),
                choices: choices,
                letters: [Letter(key: letter.key, title: letter.title, members: Array(part))],
                number: number,
                count: count,
                previous: number > 1 ? address(of: letter, among: letters, page: number - 1) : nil,
                next: number < count ? address(of: letter, among: letters, page: number + 1) : nil,
                integrationCount: total
            )
        }
    }

    /// The first letter's first page is where the search begins.
    private static func address(of letter: Letter, among letters: [Letter], page: Int) -> SiteAddress {
        page == 1 && letter.key == letters.first?.key ? .search() : .search(letter: letter.key, page: page)
    }
}
