import Markup
import Templates

/// Writes small pieces of HTML; names are ours, every value is escaped.
struct HTMLBuilder {
    private var bytes: [UInt8] = []

    var fragment: HTMLFragment { HTMLFragment(trusted: bytes) }

    /// An attribute without a value (nil) is left out; an empty one stands by its name alone, but for `alt`.
    mutating func open(_ element: String, _ attributes: [(name: String, value: String?)]) {
        bytes += "<\(element)".utf8
        for (name, value) in attributes {
            guard let value else { continue }
            bytes += " \(name)".utf8
            if value.isEmpty, name != "alt" { continue }
            bytes += "=\"".utf8
            bytes.appendEscaped(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func close(_ element: String) {
        bytes += "</\(element)>".utf8
    }

    mutating func text(_ text: String) {
        bytes.appendEscaped(text)
    }

    /// A text with its language, where that is not the one around it.
    mutating func text(_ text: ContentText) {
        guard let language = text.language else { return self.text(text.text) }
        open("span", [("lang", language), ("dir", TextDirection(language: language).rawValue)])
        self.text(text.text)
        close("span")
    }
}
