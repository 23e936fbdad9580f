import Diagnostics
import Listing
import Testing

/// Always the same numbers for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A file with a few bytes changed, lost, doubled or set to what readers stumble over.
private func mutated(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var result = bytes
    for _ in 0...Int.random(in: 0..<6, using: &numbers) {
        guard !result.isEmpty else { return result }
        let place = Int.random(in: 0..<result.count, using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: result[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: result[place] = [0x00, 0x01, 0x7F, 0x80, 0xFF].randomElement(using: &numbers) ?? 0
        case 2: result.removeSubrange(place..<min(result.count, place + 9))
        case 3: result.insert(contentsOf: result[place..<min(result.count, place + 40)], at: place)
        case 4: for index in place..<min(result.count, place + 8) { result[index] = 0xFF }
        default: result.removeLast(result.count - place)
        }
    }
    return result
}

@Test(arguments: 0..<20)
func `a thousand damaged files cost neither a crash nor more than the budget`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let originals = MediaCase.all.map(\.bytes) + SVGCase.sources.map { Array($0.utf8) }
    for _ in 0..<1000 {
        let bytes = mutated(originals.randomElement(using: &numbers) ?? [], &numbers)
        var window = ByteWindow(bytes)
        let facts = MediaReader.facts(of: &window)
        #expect(window.fetchedCount <= ByteWindow.budget)
        #expect(facts.hazards.allSatisfy { $0.range.end <= bytes.count })
        if let duration = facts.duration { #expect(duration > 0 && !duration.isNaN) }
    }
}

@Test(arguments: 0..<10)
func `a thousand damaged caption files cost no crash`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let original = Array("WEBVTT\n\nSTYLE\n::cue {}\n\n1\n00:01.000 --> 01:00:02.000 line:0\nHello\n\nNOTE a\n".utf8)
    for _ in 0..<1000 {
        let bytes = mutated(original + original, &numbers)
        let file = CaptionFile(SourceFile(path: "a.vtt", name: "a.vtt", bytes: bytes))
        #expect(file.problems.allSatisfy { $0.range.end <= bytes.count })
        #expect(file.cues.allSatisfy { $0.range.end <= bytes.count })
    }
}
