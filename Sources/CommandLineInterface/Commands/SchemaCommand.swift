import BuiltInFiles
import Diagnostics
import Listing
import LocatedJSON
import Rules

/// `candor schema`.
enum SchemaCommand: Command {
    static let name = "schema"
    static let summary = "Print the JSON Schema of a file, for editors: \(words.joined(separator: ", "))."
    static let usage = "NAME"
    static let positionalCount = 1...1

    static var words: [String] { schemas.map(\.name) + writtenForms }

    private static let schemas: [(name: String, schema: ObjectSchema)] = [
        ("site", SiteConfiguration.schema), ("platform", Catalogue.schema),
        ("integration", IntegrationManifest.schema), ("permissions", ReleaseRecord.schema), ("pack", RulePack.schema),
        ("baseline", Baseline.schema),
    ]
    /// What the program writes and does not read, so that it has no use for the schemas itself.
    private static let writtenForms = ["diagnostics", "diff", "listing", "report"]

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let name = arguments.positional[0]
        if writtenForms.contains(name) {
            for file in BuiltInFile.files(below: "schemas/\(name).json") {
                terminal.write(String(decoding: file.bytes, as: UTF8.self))
            }
            return .clean
        }
        guard let found = schemas.first(where: { $0.name == name }) else {
            let guess = closestMatch(to: name, among: words)
            throw UsageError(message: "there is no schema '\(name)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""))
        }
        terminal.write(found.schema.jsonSchemaText(id: "https://candor.invalid/schemas/\(name).json"))
        return .clean
    }
}
