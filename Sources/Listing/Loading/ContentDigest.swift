/// A number of 64 bits that changes with the content (XXH64 with the seed 0), for files that are read piece by piece.
///
/// It takes eight bytes at a step, so that hashing a video costs less than reading it. It is for caches and duplicates,
/// not for secrets.
struct ContentDigest {
    private var lanes = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
    /// What is left of earlier pieces, shorter than a stripe.
    private var rest: [UInt8] = []
    private var byteCount: UInt64 = 0

    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5
    private static let stripe = 32

    static func of(_ pieces: some Sequence<[UInt8]>) -> UInt64 {
        var digest = ContentDigest()
        for piece in pieces { digest.add(piece) }
        return digest.value
    }

    mutating func add(_ piece: [UInt8]) {
        byteCount &+= UInt64(piece.count)
        let bytes = rest.isEmpty ? piece : rest + piece
        let end = bytes.count - bytes.count % Self.stripe
        bytes.withUnsafeBytes { bytes in
            var (first, second, third, fourth) = lanes
            var index = 0
            while index < end {
                first = Self.round(first, Self.word(bytes, at: index))
                second = Self.round(second, Self.word(bytes, at: index + 8))
                third = Self.round(third, Self.word(bytes, at: index + 16))
                fourth = Self.round(fourth, Self.word(bytes, at: index + 24))
                index += Self.stripe
            }
            lanes = (first, second, third, fourth)
        }
        rest = Array(bytes[end...])
    }

    var value: UInt64 {
        var hash = byteCount < Self.stripe ? Self.prime5 : mergedLanes
        hash &+= byteCount
        let words = rest.count / 8 * 8
        rest.withUnsafeBytes { bytes in
            for index in stride(from: 0, to: words, by: 8) {
                hash ^= Self.round(0, Self.word(bytes, at: index))
                hash = Self.rotated(hash, 27) &* Self.prime1 &+ Self.prime4
            }
        }
        var index = words
        if rest.count - index >= 4 {
            let half = (0..<4).reduce(UInt64(0)) { $0 | UInt64(rest[index + $1]) << UInt64(8 * $1) }
            hash = Self.rotated(hash ^ (half &* Self.prime1), 23) &* Self.prime2 &+ Self.prime3
            index += 4
        }
        for byte in rest[index...] {
            hash = Self.rotated(hash ^ (UInt64(byte) &* Self.prime5), 11) &* Self.prime1
        }
        hash = (hash ^ hash >> 33) &* Self.prime2
        hash = (hash ^ hash >> 29) &* Self.prime3
        return hash ^ hash >> 32
    }

    private var mergedLanes: UInt64 {
        let (first, second, third, fourth) = lanes
        let sum =
            Self.rotated(first, 1) &+ Self.rotated(second, 7) &+ Self.rotated(third, 12) &+ Self.rotated(fourth, 18)
        return [first, second, third, fourth].reduce(sum) { hash, lane in
            (hash ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4
        }
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotated(lane &+ word &* prime2, 31) &* prime1
    }

    private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
        word << count | word >> (64 - count)
    }
}
