import Diagnostics
import Listing

/// Reports a drawing that can run something, or that asks another host for something.
struct MediaSVGUnsafe: Rule {
    static let description = RuleDescription(
        id: "media-svg-unsafe",
        summary: "An SVG has no scripts, event attributes, foreign objects, outside references or declarations.",
        rationale: """
            An SVG is a document: opened by itself it runs its scripts with the rights of the whole site, and what it \
            refers to learns who reads the page.
            """,
        isCore: true,
        flagged: [
            RuleExample(
                mediaTexts: [
                    "media/a.svg": #"""
                    <svg xmlns="http://www.w3.org/2000/svg" ⟦onload⟧="x()">
                      <⟦script⟧>alert(1)</script>
                      <a xlink:href="⟦java&#115;cript:x()⟧"><rect fill="⟦url(https://other.example/p)⟧"/></a>
                      <⟦foreignObject⟧/>
                    </svg>
                    """#
                ]
            ),
            RuleExample(
                mediaTexts: [
                    "media/a.svg": """
                    <!⟦DOCTYPE svg⟧><svg><image href='⟦//other.example/a.png⟧'/><style>⟦@im<!-- -->port 'a.css'⟧</style></svg>
                    """
                ]
            ),
            RuleExample(mediaTexts: ["media/a.svg": "⟦⟧<html><svg/></html>"]),
            RuleExample(mediaTexts: ["media/a.svg": "⟦⟧<svg><rect/>"]),
        ],
        allowed: [
            RuleExample(
                mediaTexts: [
                    "media/a.svg": """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!-- a comment with <script> -->
                    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">
                      <style>.a { fill: url(#b) }</style>
                      <use xlink:href="#b"/><image href="data:image/png;base64,iVBORw0KGgo="/>
                      <text>Write &lt;script&gt; or url(https://other.example) as you like</text>
                    </svg>
                    """
                ]
            ),
            RuleExample(mediaTexts: ["media/a.txt": "<svg><script/></svg> is what an attacker would write.\n"]),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for asset in listing.assets {
            guard let facts = asset.facts, asset.isServedAsSVG else { continue }
            for hazard in facts.hazards {
                findings.report("the SVG \(hazard)", at: SourceRange(path: asset.path, bytes: hazard.range))
            }
            if let reason = reasonNotToTrust(facts) {
                findings.report("'\(asset.name)' \(reason)", at: SourceRange(startOf: asset.path))
            }
        }
    }

    /// What was not looked at to its end is not known to be safe.
    private func reasonNotToTrust(_ facts: MediaFacts) -> String? {
        switch facts.problem {
        case .truncated: "ends before its last element does"
        case .malformed(let fault): fault
        case .tooComplex: "has more than the \(ByteWindow.budget) bytes that are looked at"
        case nil: facts.format == .svg ? nil : "is no SVG by its content"
        }
    }
}

extension AssetFile {
    /// Servers go by the name, and where it tells nothing browsers go by the content.
    fileprivate var isServedAsSVG: Bool {
        let name = name.lowercased()
        return name.hasSuffix(".svg") || name.hasSuffix(".svgz")
            || facts?.format == .svg && !name.hasSuffix(".txt")
    }
}
