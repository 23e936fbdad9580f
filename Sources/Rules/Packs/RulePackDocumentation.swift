import Diagnostics
import LocatedJSON

/// The packs as documentation: how one is written, and every requirement of those that travel with the program.
package struct RulePackDocumentation {
    private let packs: [JSONObject]

    /// - Parameter files: JSON of packs without a fault, in the order in which they are to be shown.
    package init(of files: [[UInt8]]) {
        var ignored = DiagnosticReport()
        packs = files.compactMap { bytes in
            JSONParser.parse(bytes, path: "", reporting: &ignored).flatMap { JSONObject($0, path: "") }
        }
    }

    /// The id and the title of each.
    package var titles: [(id: String, title: String)] {
        packs.map { ($0.string("id")?.value ?? "", $0.string("title")?.value ?? "") }
    }

    /// `docs/rule-packs.md`.
    package var page: String {
        Self.introduction + Self.groups.map(Self.keys).joined() + "## What comes with the program\n\n"
            + titles.map { "- [`\($0.id)`](#\($0.id)): \($0.title)\n" }.joined() + packs.map(section).joined()
    }

    private static let introduction = """
        # Rule packs

        Made by `make docs` from the packs and their schema; a test holds this page equal to them.

        The requirements of a marketplace are data: one JSON file a marketplace, each requirement with its source, the day on
        which somebody read it there, and how sure it is. `site.json` names the packs that listings are held to, one or several:

        ```json
        "marketplace": ["moengage", "slack"]
        ```

        A directory brings a pack of its own as `Content/packs/<id>.json`; it goes before one of the same id that comes with the
        program. `candor schema pack` prints the JSON Schema of the format.

        How sure a requirement is decides what happens to a listing that breaks it. What is *primary* (the marketplace's own
        text was read) or an *excerpt* (a part of it was read) is an error. What is *secondary* (somebody else's account) or
        *conflicting* (sources contradict one another), and what the marketplace only recommends (`isAdvice`), is a warning that
        says so. Every diagnostic names the source.


        """

    private static let groups: [(key: String, schema: ObjectSchema)] = [
        ("texts", TextLimit.schema), ("pictures", PictureLimit.schema), ("videos", VideoLimit.schema),
        ("pages", PageTemplate.schema), ("sections and faqTopics of pages", PageTemplate.Section.schema),
        ("listings", ListingLimit.schema), ("claims", ClaimLexicon.schema),
    ]

    /// The keys of a group; those that say where a requirement comes from are the same everywhere.
    private static func keys(_ group: (key: String, schema: ObjectSchema)) -> String {
        let shared = Set(Provenance.properties.map(\.name))
        let rows = group.schema.properties.filter { !shared.contains($0.name) }.map(row).joined()
        let origin = group.key == "texts" ? "## Keys of every requirement\n\n\(table)\(sharedRows)\n" : ""
        return "\(origin)## Keys of \(group.key)\n\n\(table)\(rows)\n"
    }

    private static let table = "| key | what it says |\n| --- | --- |\n"
    private static var sharedRows: String { Provenance.properties.map(row).joined() }

    private static func row(_ property: ObjectSchema.Property) -> String {
        "| `\(property.name)`\(property.isRequired ? " (required)" : "") | \(property.description) |\n"
    }

    private func section(_ pack: JSONObject) -> String {
        let rows = Self.groups.flatMap { group in pack.objects(group.key).map { (group.key, $0) } }.map(row)
        return """

            ## \(pack.string("id")?.value ?? "")

            \(pack.string("title")?.value ?? "")

            | of | requirement | how sure | source |
            | --- | --- | --- | --- |
            \(rows.joined())
            """
    }

    private func row(_ group: String, _ entry: JSONObject) -> String {
        let shared = Set(Provenance.properties.map(\.name))
        let facts = entry.entries.filter { !shared.contains($0.key.value) }
            .map { "`\($0.key.value)` \(Self.text(of: $0.value))" }
        let note = entry.string("note").map { ". " + $0.value } ?? ""
        let advice = entry.bool("isAdvice")?.value == true ? ", recommended" : ""
        let sure = (entry.string("confidence")?.value ?? "") + advice
        let read = entry.string("read").map { ", read \($0.value)" } ?? ""
        return "| \(group) | \(facts.joined(separator: ", "))\(note) | \(sure) | "
            + "\(entry.string("source")?.value ?? "")\(read) |\n"
    }

    /// Sections are named by their titles; a pack is never nested deeper.
    private static func text(of value: JSONValue) -> String {
        switch value.kind {
        case .string(let text): text.replacing("|", with: "\\|")
        case .number(let digits): digits
        case .bool(let flag): flag ? "yes" : "no"
        case .array(let elements):
            elements.map { $0.string ?? title(of: $0) }.joined(separator: " · ").replacing("|", with: "\\|")
        case .object, .null: title(of: value)
        }
    }

    private static func title(of value: JSONValue) -> String {
        value.members?.first { $0.name == "title" }?.value.string ?? ""
    }
}
