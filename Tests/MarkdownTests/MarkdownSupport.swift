import Diagnostics
import Markdown
import Markup
import TestSupport

func parse(_ text: String) -> MarkdownDocument {
    var report = DiagnosticReport()
    return MarkdownDocument.parse(Array(text.utf8), path: "page.md", reporting: &report)
}

func html(_ text: String) -> String {
    html(parse(text), PlainPageHooks())
}

func html(_ document: MarkdownDocument, _ hooks: some MarkdownPageHooks) -> String {
    var output: [UInt8] = []
    HTMLWriter.write(document, into: &output, with: hooks)
    return String(decoding: output, as: UTF8.self)
}

/// The ranges of all nodes of one kind.
func ranges(_ kind: MarkdownNode.Kind, in document: MarkdownDocument) -> [ByteRange] {
    document.nodes.filter { $0.kind == kind }.map(\.range)
}

extension MarkdownDocument {
    var kinds: [MarkdownNode.Kind] { nodes.map(\.kind) }

    func first(_ kind: MarkdownNode.Kind) -> MarkdownNode? {
        nodes.first { $0.kind == kind }
    }
}
