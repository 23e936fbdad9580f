import Diagnostics
import Listing
import TestSupport
import Testing

private func captions(_ bytes: [UInt8]) -> CaptionFile {
    CaptionFile(SourceFile(path: "media/a.vtt", name: "media/a.vtt", bytes: bytes))
}

@Test func `cues are read with everything that may stand between them`() {
    let file = captions(
        Array(
            """
            WEBVTT - The tour
            Kind: captions

            NOTE
            Made by hand.

            STYLE
            ::cue { color: white }

            REGION
            id:a

            first
            00:00.000 --> 00:01.500 align:start position:10%
            <v Ann>Hello</v>
            there

            00:01.500\t-->\t100:00:02.000
            Again

            NOTE the end
            """.utf8
        )
    )
    #expect(file.problems == [])
    #expect(file.cues.map(\.start) == [0, 1500])
    #expect(file.cues.map(\.end) == [1500, 360_002_000])
}

@Test(arguments: ["\n", "\r\n", "\r"])
func `any line end will do, and a byte order mark`(lineEnd: String) {
    let lines = ["\u{FEFF}WEBVTT", "", "00:01.000 --> 00:02.000", "Hello", "", "00:02.000 --> 00:03.000", "there", ""]
    let file = captions(Array(lines.joined(separator: lineEnd).utf8))
    #expect(file.problems == [])
    #expect(file.cues.count == 2)
}

@Test(
    arguments: [
        "⟦⟧", "⟦WEBVTTX⟧\n\n00:01.000 --> 00:02.000\na\n", "⟦1⟧\n00:00:01,000 --> 00:00:02,000\na\n",
        "⟦⟧WEBVTT\n\nNOTE nothing\n",
        "WEBVTT\n⟦00:01.000 --> 00:02.000⟧\na\n",
        "WEBVTT\n\n⟦00:01,000⟧ --> 00:02.000\na\n",
        "WEBVTT\n\n00:01.000 --> ⟦00:60.000⟧\na\n",
        "WEBVTT\n\n⟦0:00:01.000⟧ --> 00:02.000\na\n",
        "WEBVTT\n\n⟦9999999:00:01.000⟧ --> 00:02.000\na\n",
        "WEBVTT\n\n⟦00:01.000-->00:02.000⟧\na\n",
        "WEBVTT\n\n00:01.000 -->⟦⟧\na\n",
        "WEBVTT\n\n⟦00:02.000 --> 00:02.000⟧\na\n",
        "WEBVTT\n\n⟦00:02.000 --> 00:01.000⟧\na\n",
        "WEBVTT\n\n00:02.000 --> 00:03.000\na\n\n⟦00:01.000 --> 00:04.000⟧\nb\n",
        "WEBVTT\n\n00:01.000 --> 00:03.000\na\n⟦00:03.000 --> 00:04.000⟧\nb\n",
        "WEBVTT\n\n00:01.000 --> 00:03.000\na\n\n⟦STYLE⟧\n::cue {}\n",
        "WEBVTT\n\n⟦Only words⟧\nand more\n\n00:01.000 --> 00:03.000\na\n",
    ]
)
func `what players drop is reported at its place`(marked: String) {
    let text = MarkedText(marked)
    let problems = captions(text.bytes).problems
    #expect(problems.map(\.range) == text.ranges)
    #expect(problems.allSatisfy { $0.isViolation })
}

@Test(
    arguments: [
        "WEBVTT\n\n00:01.000 --> 00:03.000\na\n\n⟦00:02.000 --> 00:04.000⟧\nb\n",
        "WEBVTT\n\n00:01.000 --> 00:09.000\na\n\n00:09.000 --> 00:10.000\nb\n\n⟦00:09.500 --> 00:11.000⟧\nc\n",
        "WEBVTT\n\n⟦00:01.000 --> 00:03.000⟧\n\n\n00:04.000 --> 00:05.000\nb\n",
        "WEBVTT\n\n⟦00:01.000 --> 00:03.000⟧\n \t\n",
    ]
)
func `overlaps and empty cues are only doubtful`(marked: String) {
    let text = MarkedText(marked)
    let problems = captions(text.bytes).problems
    #expect(problems.map(\.range) == text.ranges)
    #expect(problems.allSatisfy { !$0.isViolation })
}
