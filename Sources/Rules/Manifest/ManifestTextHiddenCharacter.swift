import Diagnostics
import Listing
import LocatedJSON

/// Reports a name or title with characters that cannot be seen, or that are made to look like others.
struct ManifestTextHiddenCharacter: Rule {
    static let description = RuleDescription(
        id: "manifest-text-hidden-character",
        summary: "Names and titles have no hidden characters and no letters that only look Latin in a Latin word.",
        rationale: """
            A name with a space of no width, a turned direction or a Cyrillic "о" looks like another and is not found by \
            it; that is how a listing passes for somebody else's. The joiners that emoji and some scripts need may stand \
            beside characters of theirs, marks of direction in a text that is written from right to left, and Greek letters as \
            symbols.
            """,
        flagged: [
            RuleExample(manifest: #"{"name": ⟦"Mo\u200bEngage Seal"⟧, "builtBy": ⟦"Acme\u202e"⟧}"#),
            RuleExample(manifest: #"{"name": ⟦"W\u0430xseal"⟧, "tagline": ⟦"Seals\u00ad for all"⟧}"#),
            RuleExample(manifest: #"{"name": ⟦"Acm\u0435 \u039fps"⟧, "tagline": ⟦"Seals\u200f for all"⟧}"#),
            RuleExample(page: "---\ntitle: ⟦Sea\u{200B}ls⟧\n---\n\nText.\n"),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Müller Ω Mega", "builtBy": "Вода 2", "tagline": "Für alle – überall"}"#),
            RuleExample(
                manifest: #"{"name": "Σigma ΩMega", "builtBy": "Kβ Review", "tagline": "Compute Δt between μm"}"#
            ),
            RuleExample(manifest: #"{"name": "Яndex Kα", "builtBy": "אקמה\u200f (Acme)\u200f"}"#),
            RuleExample(manifest: #"{"name": "Teams 👩\u200d💻", "features": [{"id": "a", "title": "می\u200cخواهم"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        var texts = listing.pages.map(\.frontMatter.title)
        if let manifest = listing.manifest {
            texts += [manifest.name, manifest.builtBy, manifest.tagline] + manifest.features.map(\.title)
        }
        for case let text? in texts where !text.value.utf8.allSatisfy({ $0 < 0x80 }) {
            let scalars = Array(text.value.unicodeScalars)
            if let hidden = scalars.indices.first(where: { isHidden($0, in: scalars) }) {
                let code = String(scalars[hidden].value, radix: 16, uppercase: true)
                findings.report("the text has the hidden character U+\(code)", at: text.range)
            } else if let word = mixedWord(in: text.value) {
                findings.report(
                    "the word '\(word)' has letters of another alphabet that look like Latin ones",
                    at: text.range
                )
            }
        }
    }

    private func isHidden(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        switch scalars[index].value {
        case 0x200C, 0x200D:
            index == 0 || index + 1 == scalars.count || scalars[index - 1].isASCII || scalars[index + 1].isASCII
        case 0x61C, 0x200E, 0x200F: !scalars.contains(where: isRightToLeft)
        case 0xAD, 0x180E, 0x200B, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// A letter of Hebrew, Arabic and their neighbours.
    private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61C: false
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    /// A word that reads as a Latin one.
    ///
    /// A letter that looks like no Latin one is there to be seen, as in "Σigma".
    private func mixedWord(in text: String) -> Substring? {
        text.split(whereSeparator: { !$0.isLetter }).first { word in
            let foreign = word.unicodeScalars.filter { (0x370...0x52F).contains($0.value) }
            guard !foreign.isEmpty, foreign.allSatisfy(Self.lookAlikes.contains) else { return false }
            let latin = word.unicodeScalars.count { $0.isASCII }
            // "Kα" is a name of physics, not a word.
            return latin > 1 || (latin == 1 && foreign.contains { $0.value >= 0x400 })
        }
    }

    /// Greek, then Cyrillic.
    private static let lookAlikes = Set(
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ\u{3F2}\u{3F3}\u{3F9}".unicodeScalars
    ).union("АВЕЅІЈКМНОРСТУХЬабвеѕіјкморстухһԁԛԝүҮ".unicodeScalars)
}
