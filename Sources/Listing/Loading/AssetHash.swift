import FileSystem

/// A number that differs for files that differ, but by a chance that need not be reckoned with.
enum AssetHash {
    static func of(_ pieces: some Sequence<[UInt8]>) -> UInt64 { ContentDigest.of(pieces) }

    /// Piece by piece, so that a large video takes no more memory than a small one; nil when it cannot be read.
    static func of(fileAt path: String) -> UInt64? {
        OpenFile(path).map { file in
            of(stride(from: 0, to: file.byteCount, by: 1 << 16).lazy.map { file.bytes(at: $0, count: 1 << 16) })
        }
    }

    /// Adds the hash of files that are as long as another: of a listing's large files, hardly one.
    static func completed(_ assets: [AssetFile]) -> [AssetFile] {
        var countByLength: [Int: Int] = [:]
        for asset in assets { countByLength[asset.byteCount, default: 0] += 1 }
        return assets.map { asset in
            guard asset.contentHash == nil, countByLength[asset.byteCount, default: 0] > 1 else { return asset }
            var hashed = asset
            hashed.contentHash = of(fileAt: asset.path)
            return hashed
        }
    }
}
