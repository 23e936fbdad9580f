/// The custom properties that the default theme's first style sheet declares, with the comments over them.
enum ThemeProperties {
    static let fileName = "00-theme.css"

    struct Group {
        let documentation: String
        var properties: [Property] = []
    }

    struct Property {
        let name: String
        let light: String
        let dark: String
    }

    /// Each comment on a line of its own opens a group of the properties below it.
    static func groups(in sheet: String) -> [Group] {
        var groups: [Group] = []
        for line in sheet.split(separator: "\n") {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("/* "), text.hasSuffix(" */"), text.count < line.count {
                groups.append(Group(documentation: String(text.dropFirst(3).dropLast(3))))
            } else if text.hasPrefix("--"), text.hasSuffix(";"), let colon = text.firstIndex(of: ":"), !groups.isEmpty {
                let value = text[text.index(after: colon)...].dropLast().drop { $0 == " " }
                groups[groups.count - 1].properties.append(property(String(text[..<colon]), String(value)))
            }
        }
        return groups.filter { !$0.properties.isEmpty }
    }

    /// `light-dark(a, b)` says two values at once.
    private static func property(_ name: String, _ value: String) -> Property {
        guard value.hasPrefix("light-dark("), value.hasSuffix(")"), let comma = value.firstRange(of: ", ") else {
            return Property(name: name, light: value, dark: value)
        }
        let start = value.index(value.startIndex, offsetBy: "light-dark(".count)
        return Property(
            name: name,
            light: String(value[start..<comma.lowerBound]),
            dark: String(value[comma.upperBound...].dropLast())
        )
    }
}
