/// SplitMix64: the same seed gives the same content on every machine.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    /// The seed is mixed: of two that follow one another the second would else draw what the first draws, one later.
    init(seed: Int) {
        state = Self.mixed(UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    mutating func pick(_ words: [String]) -> String {
        words.isEmpty ? "" : words[Int.random(in: words.indices, using: &self)]
    }
}
