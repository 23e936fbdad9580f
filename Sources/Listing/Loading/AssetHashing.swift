import FileSystem

/// Finds files with the same bytes; only files of the same length are read for it.
enum AssetHashing {
    static func compared(_ assets: [AssetFile]) -> [AssetFile] {
        var countByLength: [Int: Int] = [:]
        for asset in assets { countByLength[asset.byteCount, default: 0] += 1 }
        guard countByLength.count < assets.count else { return assets }
        return assets.map { asset in
            guard asset.byteCount > 0, countByLength[asset.byteCount, default: 0] > 1 else { return asset }
            var hashed = asset
            hashed.contentHash = OpenFile(asset.path)?.contentHash()
            return hashed
        }
    }
}
