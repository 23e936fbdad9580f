import Listing
import LocatedJSON
import Markdown

/// A sample of what the pages of a listing say, small enough to be kept for each of ten thousand.
///
/// Every run of five words has a hash; the hashes are dealt into bins, and each bin keeps its smallest. Two listings
/// have as many bins in common as they have runs in common, in proportion (one-permutation minhash).
struct ProseSketch: Sendable {
    /// Empty where there is too little prose to tell a copy from a coincidence.
    private let samples: [UInt32]

    static let runLength = 5
    static let binCount = 128
    static let leastRuns = 60
    private static let bandLength = 4

    init(of listing: ParsedListing) {
        var runs = WordRuns(without: listing.manifest?.name?.value ?? "")
        for page in listing.shownPages { runs.read(page.document) }
        samples = runs.count < Self.leastRuns ? [] : Self.filled(runs.smallest)
    }

    /// The share of runs that two listings have in common, roughly.
    func likeness(to other: ProseSketch) -> Double {
        guard !samples.isEmpty, samples.count == other.samples.count else { return 0 }
        return Double(zip(samples, other.samples).count { $0 == $1 }) / Double(samples.count)
    }

    /// Keys of which two listings that are alike have at least one in common, and others hardly ever.
    var bands: [UInt64] {
        stride(from: 0, to: samples.count, by: Self.bandLength).map { start in
            samples[start..<min(samples.count, start + Self.bandLength)].reduce(UInt64(start)) { key, sample in
                mixed(key &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(sample))
            }
        }
    }

    /// An empty bin takes the sample of the next one, changed by the distance, so that it tells something too.
    private static func filled(_ smallest: [UInt32]) -> [UInt32] {
        var filled = smallest
        var next = smallest.first { $0 != .max } ?? .max
        var distance: UInt32 = 0
        for bin in filled.indices.reversed() {
            distance &+= 1
            if smallest[bin] == .max {
                filled[bin] = next &+ distance &* 0x9E37_79B1
            } else {
                next = smallest[bin]
                distance = 0
            }
        }
        return filled
    }
}

/// Deals the runs of five words of some pages into bins.
private struct WordRuns {
    private(set) var smallest = [UInt32](repeating: .max, count: ProseSketch.binCount)
    private(set) var count = 0
    /// A handful: quicker gone through than hashed.
    private let name: [UInt64]
    private var window = Window()
    private var word: UInt64 = seed
    private var isInWord = false

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// - Parameter name: whose words are passed over, so that a copy under another name is one.
    init(without name: String) {
        var words: Set<UInt64> = []
        var word = Self.seed
        for byte in Array(name.utf8) + [0] {
            if Self.isWordByte(byte) {
                word = Self.hash(word, byte)
            } else {
                words.insert(word)
                word = Self.seed
            }
        }
        words.remove(Self.seed)
        self.name = Array(words)
    }

    mutating func read(_ document: MarkdownDocument) {
        for node in document.nodes where !node.isInHeading {
            switch node.kind {
            case .text, .code: if node.isProse { read(document.literalBytes(of: node)) }
            case .emphasis, .strong, .strikethrough, .link: break
            case .paragraph, .item, .taskItem, .tableCell, .tableHeader, .heading:
                endWord()
                window = Window()
            default: endWord()
            }
        }
        endWord()
        window = Window()
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { bytes in
            for byte in bytes {
                if Self.isWordByte(byte) {
                    word = Self.hash(word, byte)
                    isInWord = true
                } else {
                    endWord()
                }
            }
        }
    }

    private mutating func endWord() {
        guard isInWord else { return }
        if !name.contains(word) { add(word) }
        word = Self.seed
        isInWord = false
    }

    private mutating func add(_ word: UInt64) {
        guard let run = window.run(endingWith: word) else { return }
        let bin = Int(run % UInt64(ProseSketch.binCount))
        // The greatest number stands for an empty bin.
        smallest[bin] = min(smallest[bin], UInt32(truncatingIfNeeded: run >> 32) & 0x7FFF_FFFF)
        count += 1
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    /// FNV-1a, with letters in lower case.
    private static func hash(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        return (word ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
    }
}

/// The last words of a text, as many as a run has.
private struct Window {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private var count = 0

    /// The hash of the run that a word ends; nil while there are too few words before it.
    mutating func run(endingWith word: UInt64) -> UInt64? {
        let (first, second, third, fourth) = words
        words = (second, third, fourth, word)
        count += 1
        guard count >= ProseSketch.runLength else { return nil }
        var run = Self.join(WordRuns.seed, first)
        run = Self.join(run, second)
        run = Self.join(run, third)
        run = Self.join(run, fourth)
        return mixed(Self.join(run, word))
    }

    private static func join(_ run: UInt64, _ word: UInt64) -> UInt64 {
        (run ^ word) &* 0x0000_0100_0000_01B3 &+ (run >> 32)
    }
}

/// Spreads a number over all bits (the end of MurmurHash3).
private func mixed(_ number: UInt64) -> UInt64 {
    var number = number
    number = (number ^ (number >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    number = (number ^ (number >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return number ^ (number >> 33)
}
