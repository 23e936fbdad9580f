/// The tags that a language is looked up by: `zh-Hant-TW`, `zh-Hant`, `zh`.
package enum LanguageTags {
    package static func from(_ tag: String) -> [String] {
        var parts = tag.split(separator: "-")
        var tags: [String] = []
        while !parts.isEmpty {
            tags.append(parts.joined(separator: "-"))
            parts.removeLast()
        }
        return tags
    }
}
