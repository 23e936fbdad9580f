import Foundation
import Testing

@testable import Listing

struct ContentDigestTests {
    @Test(arguments: [
        // From the algorithm's own test vectors, and of inputs that take every path through it.
        ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
        ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ])
    func `it is XXH64`(text: String, hash: UInt64) {
        #expect(ContentDigest.of([Array(text.utf8)]) == hash)
    }

    @Test func `it does not depend on how the bytes are cut`() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 3) }
        let whole = ContentDigest.of([bytes])
        for length in [1, 3, 31, 32, 33, 64, 999] {
            let pieces = stride(from: 0, to: bytes.count, by: length).map { Array(bytes[$0...].prefix(length)) }
            #expect(ContentDigest.of(pieces) == whole, "\(length)")
        }
        #expect(ContentDigest.of([bytes + [0]]) != whole)
    }
}
