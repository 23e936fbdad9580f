import Listing
import LocatedJSON

/// What the filter of the directory reads: who has which category, adds to which product, and may do what.
///
/// - `f`: for each value the positions of its integrations in the order of their names.
/// - `c`: what the cards of the integrations say.
/// - `index`: the values with their titles and counts.
struct FilterIndex {
    static let folder = "data/filter"
    static let cardsOfChunk = 8

    private let plan: DirectoryPlan
    private var chunks = DataChunks(folder: Self.folder)
    /// The number of the first value of each chunk.
    private var firsts: [Int] = []
    private var valueCount = 0
    private var lists: [UInt8] = []

    static func files(_ plan: DirectoryPlan) -> [RenderedPage] {
        var index = FilterIndex(plan: plan)
        return index.write()
    }

    private init(plan: DirectoryPlan) {
        self.plan = plan
    }

    private mutating func write() -> [RenderedPage] {
        chunks.begin("f")
        var json: [UInt8] = Array("{\"count\":\(plan.summaries.count)".utf8)
        for facet in Facet.all(of: plan) { write(facet, into: &json) }
        endChunk()
        json += ",\"firsts\":[\(firsts.map(String.init).joined(separator: ","))],\"f\":".utf8
        json.appendJSON(chunks.takeHashes())
        chunks.begin("c")
        writeCards()
        json += ",\"c\":".utf8
        json.appendJSON(chunks.takeHashes())
        json += "}".utf8
        chunks.addIndex("index", json)
        return chunks.files
    }

    private mutating func write(_ facet: Facet, into json: inout [UInt8]) {
        json += ",\"\(facet.name)\":[".utf8
        for (number, value) in facet.values.enumerated() {
            json += (number == 0 ? "[" : ",[").utf8
            json.appendJSON(value.name)
            json += ",".utf8
            json.appendJSON(value.title)
            json += ",\(value.members.count)]".utf8
            add(value.members)
        }
        json += "]".utf8
    }

    private mutating func add(_ members: [Int]) {
        if lists.count >= DataChunks.usualLength { endChunk() }
        if lists.isEmpty { firsts.append(valueCount) }
        lists += (lists.isEmpty ? "[\"" : ",\"").utf8
        var last = 0
        for member in members {
            lists.appendPacked(member - last)
            last = member
        }
        lists += "\"".utf8
        valueCount += 1
    }

    private mutating func endChunk() {
        guard !lists.isEmpty else { return }
        chunks.add(lists + Array("]".utf8))
        lists.removeAll(keepingCapacity: true)
    }

    private mutating func writeCards() {
        let categories = Dictionary(
            plan.categories.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for start in stride(from: 0, to: plan.summaries.count, by: Self.cardsOfChunk) {
            let part = plan.summaries[start..<min(plan.summaries.count, start + Self.cardsOfChunk)]
            var json: [UInt8] = Array("[".utf8)
            for (number, summary) in part.enumerated() {
                if number > 0 { json += ",".utf8 }
                json.append(card: summary, categories.filter { summary.categories.contains($0.key) }.map(\.value))
            }
            chunks.add(json + Array("]".utf8))
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(card summary: ListingSummary, _ categories: [Int]) {
        self += "[".utf8
        let picture = summary.logo
        let texts = [
            percentEncoded(SiteAddress.integration(summary.id).path), summary.name, summary.tagline, summary.builtBy,
            summary.permissionSummary, summary.updated?.description ?? "",
            picture.map { percentEncoded($0.address.path) } ?? "",
        ]
        for text in texts {
            appendJSON(Array(text.utf8))
            self += ",".utf8
        }
        let size = picture?.size
        let numbers = [
            size?.width ?? 0, size?.height ?? 0, summary.requests.count, summary.featureCount,
            summary.status == .beta ? 1 : summary.status == .deprecated ? 2 : 0,
        ]
        self += numbers.map(String.init).joined(separator: ",").utf8
        self += ",[\(categories.sorted().map(String.init).joined(separator: ","))]]".utf8
    }
}
