import Diagnostics
import LocatedJSON
import Testing

/// A generator with a seed, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

struct MutationTests {
    static let document = #"""
        {"$schema": "a.json", "name": "Ä \u00e9\uD83D\uDE00\n", "features": [{"id": "a", "summary": "“b”",
         "status": "beta", "scopes": ["x:read", "y"]}], "updated": "2026-01-31", "website": "https://a.b/c",
         "free": true, "width": 12, "ratio": -1.5e-3, "sets": [["a"], []], "extra": null, "limits": {"a": 1}}
        """#

    static let alphabet = Array("{}[]:,\"'\\/*# \n\t\0ue0-+.Et“é".utf8) + [0xFF, 0xC0, 0xF0]

    private func mutated(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(Self.document.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let byte = Self.alphabet.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[place] = byte
            case 1: bytes.insert(byte, at: place)
            case 2: bytes.remove(at: place)
            default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0..<40, using: &generator)))
            }
        }
        return bytes
    }

    private func places(in value: JSONValue) -> [ByteRange] {
        let members = (value.members ?? []).flatMap { [$0.nameRange] + places(in: $0.value) }
        return [value.range] + members + (value.elements ?? []).flatMap { places(in: $0) }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `a damaged document is read or refused, with every place inside it`(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        for _ in 0..<100 {
            let bytes = mutated(&generator)
            var report = DiagnosticReport()
            let value = JSONParser.parse(bytes, path: path, reporting: &report)
            #expect((value == nil) == report.hasErrors)
            if let value { ListingSchema.listing.check(value, path: path, reporting: &report) }
            let edits = report.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.range.bytes)
            let notes = report.diagnostics.flatMap(\.notes).compactMap(\.range?.bytes)
            let all = report.diagnostics.compactMap(\.range?.bytes) + edits + notes + (value.map(places) ?? [])
            let whole = ByteRange(0, bytes.count)
            #expect(all.allSatisfy(whole.contains), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func `a document that is cut off anywhere has at most two faults`() {
        let bytes = Array(Self.document.utf8)
        for end in 1..<bytes.count {
            let diagnostics = parse(Array(bytes[..<end])).diagnostics
            #expect((1...2).contains(diagnostics.count), "\(end): \(diagnostics.map(\.message))")
        }
    }

    static let fragments = [
        "1 ", "a ", "-", ",", ":", "\"", "\"a\" ", "\"\\q", "\"\\uD800\"", "\"\\u", "{", "[", "}", "]", "'", "“",
        "// x\n",
        "/* ", "/", "#", "\0", "\\", "\t", "a\n", "\"a\n", "{a ", "\"a\":", "é", "=", "\u{FEFF}",
    ]

    @Test(arguments: ["", "[", "{", "{\"a\":"])
    func `a file of nothing but faults is refused, with every place inside it`(opening: String) {
        for first in Self.fragments {
            for second in Self.fragments {
                let bytes = Array((opening + String(repeating: first + second, count: 120)).utf8)
                let (value, diagnostics) = parse(bytes)
                #expect(value == nil && !diagnostics.isEmpty || opening.isEmpty && diagnostics.isEmpty)
                #expect(diagnostics.count <= JSONParser.mostProblems + 1)
                #expect(diagnostics.compactMap(\.range).allSatisfy { $0.bytes.end <= bytes.count })
            }
        }
    }
}
