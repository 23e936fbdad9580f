/// The pack of a rule's example: `SOURCE` stands for where a requirement comes from, which is certain.
func examplePack(_ members: String) -> String {
    let source = #""source": "example.com/limits", "read": "2026-01-01", "confidence": "primary""#
    var text = #"{"id": "example", "title": "Example", "#
    var rest = members[...]
    while let next = rest.firstRange(of: "SOURCE") {
        text += rest[..<next.lowerBound] + source
        rest = rest[next.upperBound...]
    }
    return text + rest + "}"
}

/// A pack with a single requirement, which is certain.
func examplePack(_ list: String, _ members: String) -> String {
    """
    {"id": "example", "title": "Example", "\(list)": [{\(members),
      "source": "example.com/limits", "read": "2026-01-01", "confidence": "primary"}]}
    """
}
