import Diagnostics
import Listing
import LocatedJSON

/// Reports a name or title with characters that cannot be seen, or that are made to look like others.
struct ManifestTextHiddenCharacter: Rule {
    static let description = RuleDescription(
        id: "manifest-text-hidden-character",
        summary: "Names and titles have no hidden characters and no word of letters from two alphabets.",
        rationale: """
            A name with a space of no width, a turned direction or a Cyrillic "о" looks like another and is not found by \
            it; that is how a listing passes for somebody else's. The joiners that emoji and some scripts need may stand \
            beside characters of theirs.
            """,
        flagged: [
            RuleExample(manifest: #"{"name": ⟦"Mo\u200bEngage Seal"⟧, "builtBy": ⟦"Acme\u202e"⟧}"#),
            RuleExample(manifest: #"{"name": ⟦"W\u0430xseal"⟧, "tagline": ⟦"Seals\u00ad for all"⟧}"#),
            RuleExample(page: "---\ntitle: ⟦Sea\u{200B}ls⟧\n---\n\nText.\n"),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Müller Ω Mega", "builtBy": "Вода 2", "tagline": "Für alle – überall"}"#),
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
                findings.report("the word '\(word)' has letters of two alphabets", at: text.range)
            }
        }
    }

    private func isHidden(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        switch scalars[index].value {
        case 0x200C, 0x200D:
            index == 0 || index + 1 == scalars.count || scalars[index - 1].isASCII || scalars[index + 1].isASCII
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Greek and Cyrillic have letters that look like Latin ones.
    private func mixedWord(in text: String) -> Substring? {
        text.split(whereSeparator: { !$0.isLetter }).first { word in
            let isLatin = word.unicodeScalars.contains { $0.isASCII }
            return isLatin && word.unicodeScalars.contains { (0x370...0x52F).contains($0.value) }
        }
    }
}
