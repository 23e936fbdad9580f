import Foundation
import Rules
import Testing

private let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let rulesFolder = package.appending(path: "Sources/Rules")

/// The names of the files that hold a rule.
private func ruleFiles() throws -> Set<String> {
    let folders = try FileManager.default.contentsOfDirectory(at: rulesFolder, includingPropertiesForKeys: nil)
        .filter(\.hasDirectoryPath)
    let files = try folders.flatMap {
        try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }
    let rules = try files.filter { $0.pathExtension == "swift" }.filter { file in
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.contains(": Rule {") || text.contains(": MarketplaceRule {")
            || text.contains(": DirectoryRule {") || text.contains(": ProseRule {")
            || text.contains(": TemplateRule {")
            || text.contains(": ExternalRule {") || text.contains(": DatedRule {")
    }
    return Set(rules.map { $0.deletingPathExtension().lastPathComponent })
}

@Test func `the registry names every rule file, in the order of the ids`() throws {
    let types = RuleRegistry.rules.map { "\(type(of: $0))" }
    #expect(Set(types) == (try ruleFiles()))
    #expect(types == types.sorted())
    #expect(Set(types).count == types.count)
}

@Test(arguments: RuleRegistry.rules.map { ("\(type(of: $0))", type(of: $0).description.id) })
func `an id says the same as the type's name`(type: String, id: String) {
    let words = id.split(separator: "-").map { word in
        switch word {
        case "faq": "FAQ"
        case "html": "HTML"
        case "https": "HTTPS"
        case "id": "ID"
        case "svg": "SVG"
        default: word.prefix(1).uppercased() + word.dropFirst()
        }
    }
    #expect(words.joined() == type)
}

/// A rule on the web has none: no example is.
@Test(arguments: RuleRegistry.rules.filter { !($0 is any ExternalRule) }.map { type(of: $0).description.id })
func `every rule has examples, a requirement and a reason`(id: String) throws {
    let description = try #require(RuleRegistry.description(of: id))
    #expect(description.flagged.count >= 2)
    #expect(description.allowed.count >= 2)
    #expect(description.summary.hasSuffix("."))
    #expect(description.rationale.hasSuffix("."))
}

@Test func `the page of the rules says what the rules say`() throws {
    let page = try String(contentsOf: package.appending(path: "docs/rules.md"), encoding: .utf8)
    #expect(page == RuleDocumentation.page, "run make docs")
}

/// The ids that the sources give to what they report, besides those of rules.
private func reportedIDs() throws -> Set<String> {
    let sources = package.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let report = /(?:\b(?:error|warning|add|report)\(\s*|\bid:\s*(?:String\s*=\s*)?)"([a-z]+(?:-[a-z0-9]+)+)"/
        .wordBoundaryKind(.simple)
    var ids: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        ids.formUnion(text.matches(of: report).map { String($0.output.1) })
    }
    return ids.subtracting(RuleRegistry.descriptions.map(\.id))
}

@Test func `every id that is reported and is no rule's is described`() throws {
    let described = ProblemRegistry.descriptions.map(\.id)
    #expect(Set(described) == (try reportedIDs()))
    #expect(Set(described).count == described.count)
    #expect(described.allSatisfy { RuleRegistry.description(of: $0) == nil })
}

@Test(arguments: ProblemRegistry.descriptions.map(\.id))
func `a problem says what is asked for, why, and what to do`(id: String) throws {
    let problem = try #require(ProblemRegistry.description(of: id))
    for text in [problem.summary, problem.rationale, problem.mending] { #expect(text.hasSuffix("."), "\(text)") }
}
