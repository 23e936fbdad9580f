import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// Nicolas Seriot's JSONTestSuite: `y_` must be read, `n_` must be refused, `i_` is left to the parser.
@Suite(.enabled(if: SharedData.has("json-test-suite"), "the JSON test suite is missing beside the project"))
struct JSONTestSuiteTests {
    static let names = ((try? SharedData.files(of: "json-test-suite")) ?? [])
        .filter { $0.pathExtension == "json" }.map(\.lastPathComponent)

    @Test(arguments: names)
    func `a file of the suite is read or refused as its name says`(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: SharedData.folder.appending(path: "json-test-suite/\(name)")))
        let (value, diagnostics) = parse(bytes)
        #expect((value == nil) == !diagnostics.isEmpty)
        if name.hasPrefix("y_") { #expect(value != nil, "\(diagnostics)") }
        if name.hasPrefix("n_") { #expect(value == nil) }
        for diagnostic in diagnostics {
            let range = try #require(diagnostic.range)
            #expect(range.bytes.end <= bytes.count)
        }
    }
}
