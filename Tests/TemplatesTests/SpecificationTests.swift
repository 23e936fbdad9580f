import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Templates

/// The cases of the Mustache specification, each a test case of its own.
@Suite(.enabled(if: SharedData.has("mustache-spec"), "mustache-spec is missing beside the project"))
struct SpecificationTests {
    static let files = [
        "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
        "~dynamic-names",
    ]

    @Test(arguments: files.flatMap(SpecificationCase.all(in:)))
    func `a case of the Mustache specification renders as specified`(specified: SpecificationCase) throws {
        var report = DiagnosticReport()
        let partials = specified.partials.map { name, text in
            TemplateLibrary.File(name: name, path: name, bytes: Array(text.utf8))
        }
        let library = TemplateLibrary(partials, reporting: &report)
        let template = try #require(
            Template.parse(name: "case", path: "case", source: Array(specified.template.utf8), reporting: &report),
            "\(report.diagnostics)"
        )
        var output: [UInt8] = []
        TemplateRenderer.render(
            template,
            specified.value,
            library: library,
            into: &output,
            mode: .specification,
            reporting: &report
        )
        #expect(String(decoding: output, as: UTF8.self) == specified.expected)
    }

    @Test func `every file of the suite has cases`() {
        for file in Self.files { #expect(SpecificationCase.all(in: file).count > 10, "\(file)") }
    }
}

struct SpecificationCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let template: String
    let partials: [String: String]
    let value: TemplateValue
    let expected: String

    static func all(in file: String) -> [SpecificationCase] {
        let url = SharedData.folder.appending(path: "mustache-spec/\(file).json")
        guard let bytes = try? Data(contentsOf: url),
            let suite = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
            let tests = suite["tests"] as? [[String: Any]]
        else { return [] }
        return tests.compactMap { SpecificationCase($0, file: file) }
    }

    private init?(_ json: [String: Any], file: String) {
        guard let name = json["name"] as? String, let template = json["template"] as? String,
            let expected = json["expected"] as? String
        else { return nil }
        testDescription = "\(file): \(name)"
        self.template = template
        self.expected = expected
        partials = json["partials"] as? [String: String] ?? [:]
        value = TemplateValue(json: json["data"] ?? NSNull())
    }
}

private final class JSONObject: TemplateObject {
    private let members: [String: TemplateValue]

    init(_ members: [String: TemplateValue]) {
        self.members = members
    }

    func value(named name: String) -> TemplateValue? {
        members[name]
    }
}

extension TemplateValue {
    fileprivate init(json: Any) {
        switch json {
        case let members as [String: Any]:
            self = .object(JSONObject(members.mapValues(TemplateValue.init(json:))))
        case let elements as [Any]: self = .list(elements.map(TemplateValue.init(json:)))
        case let text as String: self = .text(text)
        case let number as NSNumber where number.isBoolean: self = .flag(number.boolValue)
        case let number as NSNumber: self = .text("\(number)")
        default: self = .absent
        }
    }
}

extension NSNumber {
    /// What tells `true` from `1` once JSON has been read.
    fileprivate var isBoolean: Bool { ["c", "B"].contains(String(cString: objCType)) }
}
