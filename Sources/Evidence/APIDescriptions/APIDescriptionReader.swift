package import Diagnostics
import LocatedJSON

extension APIDescription {
    /// Reads a document and reports what is wrong with it; nil where it is none of the kinds that Candor knows.
    package init?(_ bytes: [UInt8], path: String, reporting report: inout DiagnosticReport) {
        guard !Self.reportForeignFormat(bytes, path: path, to: &report),
            let root = JSONParser.parse(bytes, path: path, reporting: &report)
        else { return nil }
        self.init(root, path: path, reporting: &report)
    }

    private init?(_ root: JSONValue, path: String, reporting report: inout DiagnosticReport) {
        guard let document = JSONObject(root, path: path), let kind = Self.kind(of: document) else {
            report.error(
                "api-description-unknown",
                "this is no description of an interface that Candor reads",
                at: SourceRange(startOf: path),
                notes: [
                    Note("it reads OpenAPI 3.0 and 3.1, Swagger 2.0 and Google's discovery documents, each as JSON")
                ]
            )
            return nil
        }
        switch kind {
        case .discovery:
            var reader = DiscoveryReader(document)
            self = reader.read(reporting: &report)
        case .openAPI, .swagger:
            var reader = OpenAPIReader(document, root: root, isSwagger: kind == .swagger)
            self = reader.read(reporting: &report)
        }
        APIDescriptionCheck(self).run(reporting: &report)
    }

    private static func kind(of document: JSONObject) -> Kind? {
        if document.string("openapi")?.value.hasPrefix("3.") == true { return .openAPI }
        // As a number it is a mistake that nearly everybody forgives.
        if document.string("swagger")?.value.hasPrefix("2") == true || document.number("swagger")?.value == 2 {
            return .swagger
        }
        return document.string("kind")?.value == "discovery#restDescription" || document.has("discoveryVersion")
            ? .discovery : nil
    }

    /// OpenAPI is as often written in YAML, which would only give a list of faults of syntax.
    private static func reportForeignFormat(
        _ bytes: [UInt8],
        path: String,
        to report: inout DiagnosticReport
    ) -> Bool {
        let text = bytes.prefix(4_096)
        let isYAML = text.split(separator: UInt8(ascii: "\n")).contains { line in
            ["openapi:", "swagger:"].contains { line.starts(with: $0.utf8) }
        }
        guard isYAML else { return false }
        report.error(
            "api-description-unknown",
            "this is YAML, and Candor reads descriptions of interfaces as JSON",
            at: SourceRange(startOf: path),
            notes: [Note("convert it, for example by \"yq -o=json\"")]
        )
        return true
    }
}
