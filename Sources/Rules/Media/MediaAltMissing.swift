import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a text in place of a picture that says nothing of what the picture shows.
struct MediaAltMissing: Rule {
    static let description = RuleDescription(
        id: "media-alt-missing",
        summary: "The words in place of a picture say what it shows, and not only what its file is called.",
        rationale: """
            Whoever cannot see the picture has nothing but these words. "Image of" before the name of the file, a number \
            and what a camera or the system calls a picture add nothing to it.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "points", "kind": "screenshot", "file": "media/points_field.png",
                      "alt": ⟦"Points field"⟧}]}
                    """,
                files: ["media/points_field.png"]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "points", "kind": "screenshot", "file": "media/a.png", "alt": ⟦"Screenshot"⟧}]}
                    """,
                page: "⟦![](media/a.png)⟧ and ⟦![a.png](media/a.png)⟧\n",
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: """
                    {"media": [
                      {"id": "round", "kind": "screenshot", "file": "media/a.png", "alt": ⟦"An image of the round"⟧},
                      {"id": "b", "kind": "screenshot", "file": "media/a.png", "alt": ⟦"Screenshot 2026-11-20 at 10.31"⟧},
                      {"id": "c", "kind": "screenshot", "file": "media/c-d.png", "alt": ⟦"media/c-d"⟧}]}
                    """,
                page: "⟦![IMG_2034](media/a.png)⟧ ⟦![media/a.png](media/a.png)⟧ ⟦![Figure 1](media/a.png)⟧\n",
                files: ["media/a.png", "media/c-d.png"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "points", "kind": "screenshot", "file": "media/a.png",
                      "alt": "The points field beside the name of a member"}]}
                    """,
                page: "![](screenshot:points)\n",
                files: ["media/a.png"]
            ),
            RuleExample(page: "![A member with 120 points](media/a.png)\n", files: ["media/a.png"]),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for item in listing.manifest?.media ?? [] {
            guard let alt = item.alt, saysNothing(alt.value, id: item.id.value, file: item.file?.value) else {
                continue
            }
            findings.report("\"alt\" says '\(alt.value)' and not what '\(item.id.value)' shows", at: alt.range)
        }
        for page in listing.pages { check(page, &findings) }
    }

    private func check(_ page: Page, _ findings: inout RuleFindings) {
        guard page.links.contains(where: \.isPicture) else { return }
        let document = page.document
        for index in document.nodes.indices where document.nodes[index].kind == .image {
            let node = document.nodes[index]
            let destination = document.destination(of: node)
            // The words of the others stand in the manifest.
            guard case .content = LinkDestination(destination, in: page.contentPath) else { continue }
            let alt = document.plainText(ofNode: index)
            guard saysNothing(alt, id: nil, file: percentDecoded(destination)) else { continue }
            findings.report(
                alt.isEmpty
                    ? "the picture '\(destination)' has no words in its place"
                    : "the words '\(alt)' do not say what the picture shows",
                at: page.place(node.range)
            )
        }
    }

    private func saysNothing(_ alt: String, id: String?, file: String?) -> Bool {
        let fileName = (file ?? "").utf8.split(separator: UInt8(ascii: "/")).last.map(Substring.init) ?? ""
        let stem = Substring(fileName.utf8.prefix { $0 != UInt8(ascii: ".") })
        let names = [id?[...] ?? "", fileName, stem]
        // Most say more than a name with a few words around it.
        let longest = names.reduce(0) { max($0, $1.utf8.count) }
        guard alt.utf8.count <= max(40, longest + 24) else { return false }
        let words = alt.utf8.split { !$0.isInWord }.map { $0.map(\.foldedCase) }
        let telling = words.filter { !Self.emptyWords.contains($0) && !$0.allSatisfy(\.isDigit) }
        guard !telling.isEmpty else { return true }
        let said = [words.flatMap(\.self), telling.flatMap(\.self)]
        return names.contains { said.contains(letters($0)) }
    }

    private static let emptyWords: Set<[UInt8]> = Set(
        """
        a an and at capture dsc figure fig gif graphic image img jpeg jpg logo media of on photo picture png screen \
        screenshot shot show showing shows svg the this video view webp
        """
        .split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    )

    /// Letters and digits in lower case, so that `Points field` is `points_field`.
    private func letters(_ text: some StringProtocol) -> [UInt8] {
        text.utf8.filter(\.isInWord).map(\.foldedCase)
    }
}
