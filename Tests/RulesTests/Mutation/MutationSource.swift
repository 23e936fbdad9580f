import TestSupport

/// Draws at random what a mutation needs; the same seed draws the same.
struct MutationSource {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func number(below limit: Int) -> Int {
        limit > 1 ? Int(generator.next() % UInt64(limit)) : 0
    }

    mutating func chance(_ one: Int, in all: Int) -> Bool { number(below: all) < one }

    /// - Precondition: there is an element.
    mutating func element<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

    mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: generator.next()) }

    /// A range of at most so many bytes somewhere in `bytes`.
    mutating func range(in bytes: [UInt8], longest: Int) -> Range<Int> {
        let start = number(below: bytes.count + 1)
        return start..<min(bytes.count, start + number(below: longest + 1))
    }
}
