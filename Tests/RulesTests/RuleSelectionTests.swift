import Foundation
import Rules
import TestSupport
import Testing

struct RuleSelectionTests {
    @Test(arguments: RuleRegistry.descriptions.map(\.id))
    func `the family of a rule is its folder`(id: String) throws {
        let type = try #require(
            RuleRegistry.rules.first { Swift.type(of: $0).description.id == id }.map { "\(Swift.type(of: $0))" }
        )
        let file = try PackageFolder.files(below: "Sources/Rules", ending: "/\(type).swift").first
        let folder = try #require(file?.split(separator: "/").dropLast().last).lowercased()
        let family = RuleFamily.name(ofRule: id)
        #expect(folder == family || folder == family + "s", "give the word a family in RuleFamily.swift")
    }

    @Test func `without names all rules are selected`() throws {
        let selection = try RuleSelection(only: [], except: [], keepsCore: false)
        for rule in RuleRegistry.descriptions { #expect(selection.has(rule.id)) }
    }

    @Test func `families and rules go together, and what is excepted wins`() throws {
        let selection = try RuleSelection(
            only: ["scope", "link-target-missing"],
            except: ["scope-unknown"],
            keepsCore: false
        )
        #expect(selection.has("scope-undocumented"))
        #expect(selection.has("link-target-missing"))
        #expect(!selection.has("scope-unknown"))
        #expect(!selection.has("link-anchor-missing"))
    }

    @Test func `a family has the rules of its folder whatever their first word is`() throws {
        let selection = try RuleSelection(only: ["manifest"], except: [], keepsCore: false)
        #expect(selection.has("operation-unknown"))
        #expect(selection.has("manifest-id-duplicated"))
    }

    @Test func `where a site is published core rules stay`() throws {
        let core = RuleRegistry.descriptions.filter(\.isCore).map(\.id)
        #expect(!core.isEmpty)
        let only = try RuleSelection(only: ["link"], except: [], keepsCore: true)
        let except = try RuleSelection(only: [], except: ["scope", "feature"], keepsCore: true)
        for id in core { #expect(only.has(id) && except.has(id)) }
        #expect(throws: RuleSelectionError.self) {
            try RuleSelection(only: [], except: ["scope-undocumented"], keepsCore: true)
        }
    }

    @Test(arguments: ["scpoe", "scope-undocumentd", "", "zebra"])
    func `an unknown name is refused`(name: String) throws {
        let error = try #require(throws: RuleSelectionError.self) {
            try RuleSelection(only: [name], except: [], keepsCore: false)
        }
        #expect(error.message.hasPrefix("there is no rule and no family of rules '\(name)'"))
    }
}
