/// The part of an address that stands for a name: `tile:data` becomes `tile-data`.
func slug(of name: String) -> String {
    let hyphen = UInt8(ascii: "-")
    var slug: [UInt8] = []
    slug.reserveCapacity(name.utf8.count)
    for scalar in name.lowercased().unicodeScalars {
        if scalar.isASCII, isIdentifierScalar(scalar) {
            slug.append(UInt8(truncatingIfNeeded: scalar.value))
        } else if !scalar.isASCII, scalar.properties.isAlphabetic {
            slug.append(contentsOf: String(scalar).utf8)
        } else if let last = slug.last, last != hyphen {
            slug.append(hyphen)
        }
    }
    if slug.last == hyphen { slug.removeLast() }
    return slug.isEmpty ? "unnamed" : String(decoding: slug, as: UTF8.self)
}

private func isIdentifierScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9": true
    default: false
    }
}

/// One slug for each name, in the order of the names: a name whose slug is taken gets a number behind it.
struct Slugs: Sendable {
    private let slugs: [String: String]

    init(_ names: some Sequence<String>) {
        var slugs: [String: String] = [:]
        var taken: Set<String> = []
        for name in names where slugs[name] == nil {
            let plain = slug(of: name)
            var candidate = plain
            var number = 2
            while !taken.insert(candidate).inserted {
                candidate = "\(plain)-\(number)"
                number += 1
            }
            slugs[name] = candidate
        }
        self.slugs = slugs
    }

    subscript(name: String) -> String { slugs[name] ?? slug(of: name) }
}
