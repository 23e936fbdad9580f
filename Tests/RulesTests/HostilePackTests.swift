import Diagnostics
import Listing
import LocatedJSON
import Rules
import TestSupport
import Testing

/// A directory brings packs of its own, and one that is at fault is used all the same.
@Test(arguments: ["9223372036854775807", "-9223372036854775808", "0", "1e400"])
func `a pack with numbers out of all bounds is reported and crashes no rule`(number: String) throws {
    let keys = [
        "pictures":
            #""kind": "screenshot", "ratioWidth": \#(number), "ratioHeight": \#(number), "mostBytes": \#(number)"#,
        "texts": #""field": "tagline", "mostCharacters": \#(number), "leastWords": \#(number)"#,
        "videos": #""leastSeconds": \#(number), "mostSeconds": \#(number), "mostBytes": \#(number)"#,
    ]
    let picture = ExampleMedia.picture(.png, 1608, 1056)
    let asset = AssetFile(path: "media/points.png", name: "media/points.png", byteCount: 9, facts: picture.facts)
    let texts = ["integration.json", "index.md"].map { name in
        SourceFile(path: name, name: name, bytes: ListingBuilder().allFiles[name] ?? [])
    }
    for (kind, limit) in keys {
        var report = DiagnosticReport()
        let pack = #"{"id": "own", "title": "Own", "\#(kind)": [{\#(limit), "source": "s", "confidence": "primary"}]}"#
        let packs = [try #require(RulePack.parse(Array(pack.utf8), path: "own.json", reporting: &report))]
        #expect(report.hasErrors)
        let tree = SourceTree(path: "", contentPath: "integrations/acme", texts: texts, assets: [asset])
        let listing = ListingParser(catalogue: Catalogue(path: "")).parseIntegration(tree, reporting: &report)
        _ = RuleRunner(packs: packs).check(listing, reporting: &report)
    }
}
