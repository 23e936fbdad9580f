import CodeHighlighting
import Markup

/// A block of code with its marks, as `[comment:…]` where a test wants to read them.
struct MarkedCode {
    let html: String

    init?(_ code: [UInt8], _ language: String) {
        guard let html = CodeHighlighter(language: language)?.html(of: code[...]) else { return nil }
        self.html = html.text
    }

    init?(_ code: String, _ language: String) {
        self.init(Array(code.utf8), language)
    }

    /// The code as a browser shows it, with each mark written as `[name:…]`.
    var marks: String {
        html.replacing("<span class=\"c-", with: "[").replacing("</span>", with: "]")
            .replacing("\">", with: ":").unescaped
    }

    /// The pieces between tags, and whether every tag is one of ours and stands where it may.
    var pieces: (texts: [Substring], areTagsSound: Bool) {
        var texts: [Substring] = []
        var isOpen = false
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            texts.append(rest[..<start])
            guard let end = rest[start...].firstIndex(of: ">") else { return (texts, false) }
            let tag = rest[start...end]
            if tag == "</span>" {
                guard isOpen else { return (texts, false) }
                isOpen = false
            } else {
                let name = tag.dropFirst("<span class=\"c-".count).dropLast(2)
                guard !isOpen, tag == "<span class=\"c-\(name)\">", Self.names.contains(String(name)) else {
                    return (texts, false)
                }
                isOpen = true
            }
            rest = rest[rest.index(after: end)...]
        }
        return (texts + [rest], !isOpen)
    }

    /// What a reader sees and copies.
    var text: String { pieces.texts.joined().unescaped }

    static let names: Set = ["comment", "string", "number", "keyword", "name", "prompt", "output"]
}

extension String {
    var unescaped: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }
}
