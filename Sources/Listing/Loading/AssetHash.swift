import FileSystem

/// A number that differs for files that differ, but by a chance that need not be reckoned with (FNV-1a, 64 bits).
enum AssetHash {
    static func of(_ pieces: some Sequence<[UInt8]>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for piece in pieces {
            for byte in piece { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return hash
    }

    /// Adds the hash of files that are as long as another: of a listing's large files, hardly one.
    static func completed(_ assets: [AssetFile]) -> [AssetFile] {
        var countByLength: [Int: Int] = [:]
        for asset in assets { countByLength[asset.byteCount, default: 0] += 1 }
        return assets.map { asset in
            guard asset.contentHash == nil, countByLength[asset.byteCount, default: 0] > 1 else { return asset }
            var hashed = asset
            hashed.contentHash = OpenFile(asset.path).map { of(pieces(of: $0)) }
            return hashed
        }
    }

    /// Piece by piece, so that a large video takes no more memory than a small one.
    private static func pieces(of file: OpenFile) -> some Sequence<[UInt8]> {
        stride(from: 0, to: file.byteCount, by: 1 << 16).lazy.map { file.bytes(at: $0, count: 1 << 16) }
    }
}
