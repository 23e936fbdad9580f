import Diagnostics
import Listing
import LocatedJSON
import Rules

/// `candor schema`.
enum SchemaCommand: Command {
    static let name = "schema"
    static let summary = "Print the JSON Schema of a file, for editors: \(schemas.map(\.name).joined(separator: ", "))."
    static let usage = "NAME"
    static let positionalCount = 1...1

    private static let schemas: [(name: String, schema: ObjectSchema)] = [
        ("site", SiteConfiguration.schema), ("platform", Catalogue.schema),
        ("integration", IntegrationManifest.schema), ("pack", RulePack.schema),
    ]

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let name = arguments.positional[0]
        guard let found = schemas.first(where: { $0.name == name }) else {
            let guess = closestMatch(to: name, among: schemas.map(\.name))
            throw UsageError(message: "there is no schema '\(name)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""))
        }
        terminal.write(found.schema.jsonSchemaText(id: "https://candor.invalid/schemas/\(name).json"))
        return .clean
    }
}
