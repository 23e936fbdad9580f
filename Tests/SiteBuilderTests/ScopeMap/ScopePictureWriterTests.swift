import Foundation
import Markup
import TestSupport
import Testing

@testable import SiteBuilder

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The picture as it stands in a page.
struct ScopePictureWriterTests {
    private func html(_ sample: PictureSample = .ofAll, in language: String = "en") throws -> String {
        ScopePictureWriter.html(of: try #require(sample.picture(in: language))).text
    }

    @Test func `it is drawn as it was looked at`() throws {
        let found = Dictionary(
            uniqueKeysWithValues: try ["en", "ar"].map { ("\($0).svg", Data((try html(in: $0) + "\n").utf8)) }
        )
        let differences = try Golden.differences(of: found, from: "pictures")
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test func `it says to those who hear a page one sentence, and nothing in it can be reached`() throws {
        let scan = HTMLScan(try html())
        #expect(scan.tags[0].attributes["aria-hidden"] == "true")
        #expect(scan.ids == ["scope-picture.text"])
        let names = Set(scan.tags.map(\.name))
        #expect(names == ["svg", "desc", "g", "path", "circle", "rect", "text", "tspan"])
        #expect(scan.tags.allSatisfy { $0.attributes["tabindex"] == nil && $0.attributes["style"] == nil })
    }

    @Test func `what it says by colour or by dashes it says by a shape and a word`() throws {
        let html = try html()
        for words in [
            "▲ restricted</tspan> · required", "◆ sensitive</tspan> · optional", "● normal</tspan> · conditional",
        ] {
            #expect(html.contains(words))
        }
        for words in [">planned<", ">beta<", ">needs no permission<", ">optional<"] { #expect(html.contains(words)) }
        #expect(html.contains("stroke-dasharray"))
    }

    @Test func `texts are escaped`() throws {
        var sample = PictureSample.ofAll
        sample.features[0] = PictureSample.feature(#"</svg><script>a(1)</script>&\"'"#, ["users:write"])
        sample.requests[3] = PictureSample.request(#"</text><a href=\"x\">&amp;"#)
        let html = try html(sample)
        #expect(html.contains("&lt;/svg&gt;&lt;script&gt;a(1)"))
        #expect(html.contains("&lt;/text&gt;&lt;a href="))
        let names = Set(HTMLScan(html).tags.map(\.name))
        #expect(names.isDisjoint(with: ["script", "a"]))
        #expect(XMLParser(data: Data(html.utf8)).parse())
    }

    @Test func `it is mirrored where lines run from right to left, and ids still run from left to right`() throws {
        let (english, arabic) = (try html(), try html(in: "ar"))
        func boxes(_ html: String) -> [(start: Int, width: Int)] {
            HTMLScan(html).tags.filter { $0.name == "rect" }.compactMap { tag in
                guard let start = tag.attributes["x"].flatMap({ Int($0) }),
                    let width = tag.attributes["width"].flatMap({ Int($0) })
                else { return nil }
                return (start, width)
            }
        }
        let (left, right) = (boxes(english), boxes(arabic))
        #expect(left.count == 8)
        for (one, other) in zip(left, right) {
            #expect(other.start == ScopePictureLayout.width - one.start - one.width)
        }
        let ids = HTMLScan(arabic).tags.filter { $0.attributes["font-family"] != nil }
        #expect(ids.allSatisfy { $0.attributes["direction"] == "ltr" && $0.attributes["text-anchor"] == "end" })
        #expect(ids.count == 6)
        #expect(
            !HTMLScan(english).tags.contains {
                $0.attributes["font-family"] != nil && $0.attributes["direction"] != nil
            }
        )
    }

    @Test func `lines and texts are no fainter than the test of contrasts allows`() throws {
        let tags = HTMLScan(try html()).tags
        #expect(Set(tags.compactMap { $0.attributes["fill-opacity"] }) == [".8"])
        let lines = try #require(tags.first { $0.name == "g" && $0.attributes["fill"] == "none" })
        #expect(lines.attributes["stroke-opacity"] == ".6")
        let fills = Set(tags.compactMap { $0.attributes["fill"] })
        #expect(fills == ["currentColor", "none", "var(--surface)", "var(--warning)", "var(--caution)"])
    }

    @Test func `its measures grow with the reader's text`() throws {
        #expect(HTMLScan(try html()).tags[0].attributes["width"] == "46rem")
        #expect(try #require(HTMLScan(try html()).tags[0].attributes["height"]).hasSuffix("rem"))
    }
}
