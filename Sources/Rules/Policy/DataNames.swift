import Listing

/// What the data of a scope is called: by its resource, of which "campaigns and flows" are two, and by its terms.
struct DataNames: Hashable {
    private let resource: DataPhrase
    private let texts: [FoldedText]

    static let conjunction = FoldedText("and")

    init(of scope: CatalogueScope) {
        resource = DataPhrase(scope.resource ?? "")
        let whole = resource.readings
        texts =
            whole + whole.flatMap { $0.parts(between: Self.conjunction) }
            + scope.terms.flatMap { DataPhrase($0).readings }
    }

    /// How much of an object the longest name in it says; 0 where none stands in it.
    func weight(in object: DataPhrase) -> Int {
        texts.reduce(0) { best, text in
            object.readings.contains { $0.contains(text) } ? max(best, text.weight) : best
        }
    }

    /// Whether an object is one of the names and nothing else.
    func areAll(of object: DataPhrase) -> Bool { object.readings.contains(where: texts.contains) }

    /// Whether an object names it: not as what is left out, and not within the longer name of another resource.
    func isNamed(by object: DataPhrase, among others: Set<DataNames>) -> Bool {
        let read = object.readings.map { reading in (reading, places: texts.flatMap(reading.places)) }
            .filter { !$0.places.isEmpty }
        return !read.isEmpty
            && read.allSatisfy { reading, places in
                let longer = others.filter { $0.resource != resource }.flatMap { $0.texts.flatMap(reading.places) }
                return places.contains { place in
                    !reading.denies(place)
                        && !longer.contains {
                            $0 != place && $0.lowerBound <= place.lowerBound && $0.upperBound >= place.upperBound
                        }
                }
            }
    }
}

extension DataPhrase {
    /// Whether the words of another stand here one after another.
    func contains(_ phrase: DataPhrase) -> Bool {
        readings.contains { reading in phrase.readings.contains(where: reading.contains) }
    }
}

extension FoldedText {
    /// Where the words of a phrase stand.
    fileprivate func places(of phrase: FoldedText) -> [Range<Int>] {
        guard contains(phrase) else { return [] }
        return (0...(bytes.count - phrase.bytes.count)).compactMap { start in
            bytes[start...].starts(with: phrase.bytes) ? start..<(start + phrase.bytes.count) : nil
        }
    }

    /// Whether the words before a place say that it is left out: "no contacts", "all except the contacts".
    fileprivate func denies(_ place: Range<Int>) -> Bool {
        let words = bytes[..<place.lowerBound].split(separator: UInt8(ascii: " "))
        let last = words.last { !Self.articles.contains(FoldedText(String(decoding: $0, as: UTF8.self))) }
        return last.map { Self.denials.contains(FoldedText(String(decoding: $0, as: UTF8.self))) } ?? false
    }

    private static let articles = Set(["a", "an", "any", "the", "all", "of", "for", "your"].map { FoldedText($0) })
    private static let denials = Set(
        ["no", "not", "none", "never", "without", "except", "excluding", "nor", "neither", "than"].map {
            FoldedText($0)
        }
    )
}
