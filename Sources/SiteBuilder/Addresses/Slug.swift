/// The part of an address that stands for a name: `tile:data` becomes `tile-data`.
func slug(of name: String) -> String {
    var slug = ""
    for scalar in name.lowercased().unicodeScalars {
        if scalar.isASCII ? isIdentifierScalar(scalar) : scalar.properties.isAlphabetic {
            slug.unicodeScalars.append(scalar)
        } else if !slug.isEmpty, slug.last != "-" {
            slug.append("-")
        }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "unnamed" : slug
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
