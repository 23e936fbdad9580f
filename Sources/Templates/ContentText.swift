import Markup

/// A text of the content, and its language where that is not the page's.
///
/// Between tags it is written with its language, so that browsers and readers aloud know it: readers of a page are owed
/// that (WCAG 2.2, 3.1.2). In an attribute, where nothing can be said of a part, it stands by itself.
@usableFromInline
package struct ContentText: Sendable, Hashable {
    package let text: String
    /// As a BCP 47 tag; nil where it is the language of the page.
    package let language: String?

    package init(_ text: String, in language: String? = nil) {
        self.text = text
        self.language = language
    }

    /// Writes the text behind what was written so far, with its language where tags may stand.
    func write(to output: inout [UInt8]) {
        guard let language else { return output.appendEscaped(text) }
        ForeignText(text, language).write(to: &output)
    }

    @usableFromInline
    var value: TemplateValue {
        guard let language else { return .text(text) }
        return .foreign(ForeignText(text, language))
    }
}

/// A text in another language than its page's; a reference, so that values stay small.
@usableFromInline
package final class ForeignText: Sendable {
    let text: String
    let language: String

    init(_ text: String, _ language: String) {
        self.text = text
        self.language = language
    }

    /// Writes the text behind what was written so far.
    func write(to output: inout [UInt8]) {
        guard Self.isBetweenTags(output) else { return output.appendEscaped(text) }
        output += "<span lang=\"".utf8
        output.appendEscaped(language)
        output += "\" dir=\"\(TextDirection(language: language).rawValue)\">".utf8
        output.appendEscaped(text)
        output += "</span>".utf8
    }

    /// Whether markup may stand next: after a tag that is closed, but inside no element that holds text alone.
    ///
    /// Whatever was written by values is escaped, so that every bracket that opens a tag is one of the templates'.
    private static func isBetweenTags(_ output: [UInt8]) -> Bool {
        guard let start = output.lastIndex(of: UInt8(ascii: "<")) else { return true }
        let tag = output[(start + 1)...]
        guard isClosed(tag) else { return false }
        let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return !textElements.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    /// Whether the tag ends: an angle bracket between quotation marks is a part of a value.
    private static func isClosed(_ tag: ArraySlice<UInt8>) -> Bool {
        var quote: UInt8?
        for byte in tag {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return true
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        return false
    }

    /// Elements of HTML that hold no others.
    private static let textElements = ["title", "option", "textarea", "script", "style"]
}
