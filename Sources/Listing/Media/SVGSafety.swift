/// What in an SVG can run or reach out of the file (SVG 2, sections 2.5 and 16, and CSS in it).
enum SVGSafety {
    /// Elements that hold scripts, other documents or media.
    static func isAllowed(element: String) -> Bool {
        switch element {
        case "script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video", "canvas",
            "link", "meta", "base", "html", "body", "form", "input", "button", "frame", "frameset", "applet",
            "template":
            false
        default: true
        }
    }

    static func hazard(attribute: String, value: String, of element: String) -> SVGHazard.Kind? {
        let name = attribute.lowercased()
        if name.hasPrefix("on"), name.utf8.count > 2 { return .eventAttribute(attribute) }
        if name == "attributename" { return animatesAddress(value) ? .animatedReference(value) : nil }
        switch name {
        case "href", "src", "base", "action", "formaction", "data", "poster", "srcset", "srcdoc", "ping":
            return isInside(value) ? nil : .outsideReference(shortened(value))
        default: return hazard(inStyle: value)
        }
    }

    private static func animatesAddress(_ attribute: String) -> Bool {
        let name = attribute.split(separator: ":").last.map { String($0).trimmed.lowercased() } ?? ""
        return name.hasPrefix("on") || ["href", "src", "style"].contains(name)
    }

    /// A place in the file itself, or a picture of dots that is written into it.
    private static func isInside(_ address: String) -> Bool {
        let trimmed = address.trimmed.lowercased()
        if trimmed.isEmpty || trimmed.hasPrefix("#") { return true }
        return ["png", "jpeg", "jpg", "gif", "webp", "avif"].contains { trimmed.hasPrefix("data:image/\($0);") }
    }

    /// Of the text of a `style` element or any attribute, since most of SVG's are style as well.
    static func hazard(inStyle text: String) -> SVGHazard.Kind? {
        guard text.utf8.contains(where: mayBeginHazard) else { return nil }
        let lower = text.lowercased()
        if let word = hazardousWords.first(where: { lower.contains($0) }) { return .style(word) }
        return outsideAddress(in: lower)
    }

    private static func mayBeginHazard(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: ":"): true
        default: false
        }
    }

    /// Escapes can spell anything, and no program that draws needs them.
    private static let hazardousWords = [
        "\\", "@import", "@namespace", "image-set(", "image(", "cross-fade(", "src(", "expression(", "-moz-binding",
        "behavior:", "javascript:",
    ]

    private static func outsideAddress(in style: String) -> SVGHazard.Kind? {
        var rest = style[...]
        while let opening = rest.firstRange(of: "url(") {
            rest = rest[opening.upperBound...]
            let address = rest.drop { "\"' \t\n\r".contains($0) }.prefix { !"\"')".contains($0) }
            if !isInside(String(address)) { return .outsideReference(shortened(String(address))) }
        }
        return nil
    }

    private static func shortened(_ address: String) -> String {
        let text = address.trimmed
        return text.count > 60 ? text.prefix(59) + "…" : text
    }
}

extension String {
    /// Without the spaces and control characters that browsers drop around an address.
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0.value <= 0x20 }
        return String(scalars.reversed().drop { $0.value <= 0x20 }.reversed().map(Character.init))
    }
}
