import Listing
import LocatedJSON
import Markdown

/// A heading that asks, and what stands below it.
struct Question: Sendable {
    let text: String
    let answer: String

    /// Of a page of the kind `faq`; none of its headings that do not ask, and none without an answer.
    static func questions(of page: Page) -> [Question] {
        guard page.frontMatter.kind?.value == .faq else { return [] }
        let document = page.document
        let headings = document.headings.filter(\.isTopLevel)
        return headings.indices.compactMap { index in
            let heading = headings[index]
            guard let last = heading.title.last, asking.contains(last) else { return nil }
            let end = index + 1 < headings.count ? headings[index + 1].node : document.nodes.count
            let answer = text(of: document.nodes[heading.node].subtreeEnd..<end, in: document)
            return answer.isEmpty ? nil : Question(text: heading.title, answer: answer)
        }
    }

    private static let asking: Set<Character> = ["?", "？", "؟"]

    /// The words of paragraphs, cells and code, a line each.
    private static func text(of nodes: Range<Int>, in document: MarkdownDocument) -> String {
        var lines: [String] = []
        var index = nodes.lowerBound
        while index < nodes.upperBound {
            let node = document.nodes[index]
            switch node.kind {
            case .paragraph, .tableHeader, .tableCell:
                lines.append(document.plainText(ofNode: index))
                index = node.subtreeEnd
            case .codeBlock:
                lines.append(document.text(of: node))
                index += 1
            default: index += 1
            }
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    static func json(_ questions: [Question], in language: String) -> JSONWriter {
        StructuredData.thing("FAQPage") { json in
            json.member("inLanguage", language)
            json.key("mainEntity")
            json.array { json in
                for question in questions {
                    json.object { json in
                        json.member("@type", "Question")
                        json.member("name", question.text)
                        json.key("acceptedAnswer")
                        json.object { json in
                            json.member("@type", "Answer")
                            json.member("text", question.answer)
                        }
                    }
                }
            }
        }
    }
}
