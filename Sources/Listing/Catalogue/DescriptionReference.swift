import Diagnostics
package import Evidence
import LocatedJSON

/// A document that describes the platform's interface, as `platform.json` points at it.
struct DescriptionReference: Sendable {
    /// From the root of the content folder.
    let file: Located<String>
    /// nil where nobody says how its lists are meant.
    let lists: ScopeListMeaning?
    /// nil for all.
    let schemes: [Located<String>]?
}

extension DescriptionReference {
    static let schema = ObjectSchema(
        title: "API description",
        description: "A document that describes the platform's interface.",
        properties: [
            .required("file", .relativePath, "OpenAPI 3, Swagger 2 or a Google discovery document, as JSON."),
            .optional(
                "scopeLists",
                .choice(of: ScopeListMeaning.self),
                "How its lists of scopes are meant: any one is enough, all are needed, or as its format defines it."
            ),
            .optional(
                "schemes",
                .array(of: .string, count: 1...Int.max),
                "The security schemes that integrations use, where the document has others beside them."
            ),
        ]
    )

    static func read(in catalogue: JSONObject) -> [DescriptionReference] {
        let common = catalogue.choice("scopeLists", of: ScopeListMeaning.self)?.value
        guard let value = catalogue.value("openapi") else { return [] }
        return (value.elements ?? [value]).compactMap { entry in
            if let object = JSONObject(entry, path: catalogue.path) {
                return object.string("file", .relativePath).map {
                    DescriptionReference(
                        file: $0,
                        lists: object.choice("scopeLists", of: ScopeListMeaning.self)?.value ?? common,
                        schemes: object.has("schemes") ? object.strings("schemes") : nil
                    )
                }
            }
            guard let file = entry.string, TextFormat.relativePath.fault(of: file) == nil else { return nil }
            let place = SourceRange(path: catalogue.path, bytes: entry.range)
            return DescriptionReference(file: Located(file, at: place), lists: common, schemes: nil)
        }
    }
}

/// A document with how its security is read.
package struct MeantDescription: Sendable {
    package let description: APIDescription
    package let reading: SecurityReading

    package init(_ description: APIDescription, _ reading: SecurityReading) {
        self.description = description
        self.reading = reading
    }
}
