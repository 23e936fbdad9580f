import Diagnostics
import Listing
import Review
import Rules

/// The matrix of a listing from the bytes of its files, held against a catalogue of three scopes and a bundle.
func review(_ files: [String: String], isChecked: Bool = true) -> ReviewMatrix {
    var report = DiagnosticReport()
    let catalogue = isChecked ? catalogue : Catalogue(path: "")
    let texts = files.filter { !$0.key.hasPrefix("media/") }
    let assets = files.keys.filter { $0.hasPrefix("media/") }.sorted()
    let tree = SourceTree(
        path: "Content/integrations/acme",
        contentPath: "integrations/acme",
        texts: texts.sorted { $0.key < $1.key }.map {
            SourceFile(path: "Content/integrations/acme/\($0.key)", name: $0.key, bytes: Array($0.value.utf8))
        },
        assets: assets.map { AssetFile(path: "Content/integrations/acme/\($0)", name: $0, byteCount: 1) }
    )
    let listing = ListingParser(catalogue: catalogue).parseIntegration(tree, reporting: &report)
    var coverage = Coverage()
    if isChecked { coverage = RuleRunner().check(listing, reporting: &report).coverage }
    return ReviewMatrix(of: listing, report: report, coverage: coverage, isChecked: isChecked) { _ in nil }
}

private let catalogue: Catalogue = {
    let text = """
        {"complete": true, "checked": "2026-11-01", "scopes": [
          {"id": "users:read", "title": "Read users", "description": "Reads.", "kind": "scope"},
          {"id": "users:write", "title": "Change users", "description": "Writes.", "kind": "scope"},
          {"id": "events:send", "title": "Send events", "description": "Sends.", "kind": "scope"},
          {"id": "tile:data", "title": "Data key", "description": "All.", "kind": "bundle",
           "members": ["users:write", "events:send"]}],
         "operations": [{"id": "send", "method": "POST", "path": "/events", "scopes": [["events:send"]]},
          {"id": "put", "method": "PUT", "path": "/users/{id}", "scopes": [["users:write"]]}]}
        """
    var ignored = DiagnosticReport()
    let file = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(text.utf8))
    return SiteParser.parseCatalogue(file, reporting: &ignored) ?? Catalogue(path: "")
}()
