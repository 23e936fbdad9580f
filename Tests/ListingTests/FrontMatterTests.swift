import Diagnostics
import Listing
import LocatedJSON
import Markdown
import TestSupport
import Testing

struct FrontMatterTests {
    static let faults: [(String, [String])] = [
        ("⟦⟧# Heading\n", ["front-matter-missing"]),
        ("⟦⟧", ["front-matter-missing"]),
        ("⟦⟧ ---\ntitle: A\n---\n", ["front-matter-missing"]),
        ("⟦---⟧\ntitle: A\n", ["front-matter-unclosed"]),
        ("⟦---⟧", ["front-matter-unclosed"]),
        ("⟦---⟧\ndescription: A\n---\n", ["front-matter-key-missing"]),
        ("⟦---⟧\n---\n", ["front-matter-key-missing"]),
        ("---\ntitle: A\n⟦titel⟧: B\n---\n", ["front-matter-key-unknown"]),
        ("---\ntitle: A\n⟦Title⟧: B\n---\n", ["front-matter-key-unknown"]),
        ("---\ntitle: A\n⟦title⟧: B\n---\n", ["front-matter-key-duplicated"]),
        ("---\ntitle: A\n⟦tags⟧:\n---\n", ["front-matter-key-unknown"]),
        ("---\ntitle: A\n⟦- one⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: A\n  ⟦nested: B⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: A\n⟦# a comment⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: A\n⟦no colon⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: A\n⟦order:1⟧\n---\n", ["front-matter-syntax"]),
        ("---\n⟦title⟧:\n---\n", ["front-matter-value-invalid"]),
        ("---\n⟦title⟧:   \n---\n", ["front-matter-value-invalid"]),
        ("---\ntitle: ⟦'A'⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦\"A⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦\"⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦\"\"⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦\"A \\\" B\"⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦[a, b]⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦{a: b}⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦|⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦&anchor A⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦A: B⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: ⟦A # B⟧\n---\n", ["front-matter-syntax"]),
        ("---\ntitle: A\nupdated: ⟦2026-13-01⟧\n---\n", ["front-matter-value-invalid"]),
        ("---\ntitle: A\nupdated: ⟦2026-02-29⟧\n---\n", ["front-matter-value-invalid"]),
        ("---\ntitle: A\nupdated: ⟦20 November 2026⟧\n---\n", ["front-matter-value-invalid"]),
        ("---\ntitle: A\norder: ⟦-1⟧\n---\n", ["front-matter-value-invalid"]),
        ("---\ntitle: A\norder: ⟦1.5⟧\n---\n", ["front-matter-value-invalid"]),
        ("---\ntitle: A\norder: ⟦99999999999999999999⟧\n---\n", ["front-matter-value-invalid"]),
        ("---\ntitle: A\nkind: ⟦Overview⟧\n---\n", ["front-matter-value-invalid"]),
        (
            "---\n⟦titel⟧: A\n⟦titel⟧: A\norder: ⟦x⟧\nkind: ⟦y⟧\n---\n",
            [
                "front-matter-key-unknown", "front-matter-key-duplicated", "front-matter-value-invalid",
                "front-matter-value-invalid",
            ]
        ),
    ]

    @Test(arguments: faults)
    func `a fault is reported at its very bytes`(marked: String, ids: [String]) throws {
        let text = MarkedText(marked)
        let found = try parsePage(text.bytes).report.findings.filter {
            $0.id != "front-matter-key-missing" || ids == [$0.id]
        }
        let expected = zip(ids, text.ranges).map { Finding(id: $0, range: $1) }
        #expect(found == expected)
        #expect(ids.count == text.ranges.count)
    }

    /// The same with the line ends of other systems, and with what some editors put in front.
    @Test(arguments: faults.filter { $0.0.contains("\n") }, ["\r\n", "\r"])
    func `line ends of other systems change nothing`(fault: (String, [String]), lineEnd: String) throws {
        let text = MarkedText(
            fault.0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        )
        let found = try parsePage(text.bytes).report.findings
            .filter { $0.id != "front-matter-key-missing" || fault.1 == [$0.id] }
        #expect(found == zip(fault.1, text.ranges).map { Finding(id: $0, range: $1) })
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
    func `all keys are read, whatever the line end and the byte-order mark`(lineEnd: String, mark: String) throws {
        let lines = [
            "---", "title: \"A: B # C\"", "description: Über alles", "kind: setup", "order: 12",
            "updated:\t2026-02-28  ",
            "", "---", "# Body", "",
        ]
        let bytes = Array((mark + lines.joined(separator: lineEnd)).utf8)
        let (page, report) = try parsePage(bytes)
        #expect(report.isEmpty, "\(report.findings)")
        #expect(page.frontMatter.title?.value == "A: B # C")
        #expect(page.frontMatter.description?.value == "Über alles")
        #expect(page.frontMatter.kind?.value == .setup)
        #expect(page.frontMatter.order?.value == 12)
        #expect(page.frontMatter.updated?.value.description == "2026-02-28")
        #expect(String(decoding: bytes[page.frontMatter.bodyStart...], as: UTF8.self).hasPrefix("# Body"))
        #expect(page.document.headings.map(\.anchor) == ["body"])
    }

    @Test func `a misspelt key brings the right one, and a change that mends it`() throws {
        let report = try parsePage(Array("---\ntitle: A\ndescripton: B\n---\n".utf8)).report
        let diagnostic = try #require(report.diagnostics.first)
        #expect(diagnostic.message == "'descripton' is no key of front matter; did you mean 'description'?")
        #expect(diagnostic.fixes.first?.edits.first?.replacement == "description")
        #expect(diagnostic.fixes.first?.edits.first?.range == diagnostic.range)
    }

    @Test func `a key given twice points at the first`() throws {
        let text = MarkedText("---\n⟦title⟧: A\n⟦title⟧: B\n---\n")
        let report = try parsePage(text.bytes).report
        #expect(report.diagnostics.first?.notes.first?.range?.bytes == text.ranges[0])
        #expect(report.diagnostics.first?.range?.bytes == text.ranges[1])
    }

    @Test func `a line of dashes further down is a line of the page`() throws {
        let (page, report) = try parsePage(Array("---\ntitle: A\n---\nText\n\n---\n\nMore\n".utf8))
        #expect(report.isEmpty)
        #expect(page.document.nodes.contains { $0.kind == .thematicBreak })
    }
}
