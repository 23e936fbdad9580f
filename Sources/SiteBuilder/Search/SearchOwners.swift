/// Whose pages the index has, in the order in which it counts them: the listings by name, then the directory itself.
struct SearchOwners: Sendable {
    /// As ``SearchEntry/json``; one for each owner.
    private let entries: [[UInt8]]
    let pageCount: Int
    /// What became of the positions at which pages were taken in.
    private let numbers: [Int]

    /// - Parameters:
    ///   - scopes: the pages of the permissions, which were taken in before all others.
    ///   - others: the others in the order in which they were taken in.
    ///   - order: the ids of the listings in the order of the directory.
    init(scopes: [SearchEntry], _ others: [SearchEntry], order: [String]) {
        let all = scopes + others
        let positions = Dictionary(
            all.enumerated().compactMap { position, entry in entry.id.map { ($0, position) } },
            uniquingKeysWith: { first, _ in first }
        )
        let listings = order.compactMap { positions[$0] }
        let directory = all.indices.filter { all[$0].id == nil }
        var numbers = [Int](repeating: 0, count: all.count)
        for (number, position) in (listings + directory).enumerated() { numbers[position] = number }
        self.numbers = numbers
        entries = (listings + directory).map { all[$0].json }
        pageCount = all.reduce(0) { $0 + $1.pageCount }
    }

    private static let ownersOfFile = 4

    /// The numbers of the files that tell the pages.
    var fileNumbers: Range<Int> { 0..<(entries.count + Self.ownersOfFile - 1) / Self.ownersOfFile }

    func file(_ number: Int) -> DataFile {
        let start = number * Self.ownersOfFile
        let part = entries[start..<min(entries.count, start + Self.ownersOfFile)]
        let json = Array("[".utf8) + part.joined(separator: ",".utf8) + Array("]".utf8)
        return DataFile(set: SearchIndex.set, kind: "d", number: number, json: json)
    }

    func number(of posting: SearchPosting) -> Int { numbers[posting.owner] }
}
