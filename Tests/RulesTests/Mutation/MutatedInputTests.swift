import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

/// No input may make parsing or a rule crash or hang, and every diagnostic has to point at what is there.
///
/// A case is known by its number: `MUTATION_CASES=1200-1300` runs these alone, to find the one that crashes, and
/// `MUTATION_CASES=0-5000000` looks further than every run of the tests does.
struct MutatedInputTests {
    private static let chunk = 500

    private let seeds: ListingSeeds
    private let check: OutcomeCheck

    init() throws {
        seeds = try ListingSeeds()
        check = try OutcomeCheck()
    }

    @Test func `a hundred thousand damaged listings crash nothing, and are reported at places that are there`() async {
        let cases = Self.cases
        let starts = Array(stride(from: cases.lowerBound, to: cases.upperBound, by: Self.chunk))
        let results = await withTaskGroup { group in
            for start in starts {
                group.addTask { await run(start..<min(start + Self.chunk, cases.upperBound)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let faults = results.flatMap(\.faults)
        #expect(faults.isEmpty, "\(faults.count) faults: \(faults.prefix(20).joined(separator: "\n"))")
        #expect(results.map(\.count).reduce(0, +) >= cases.count)
        // A check that finds nothing looks at nothing.
        #expect(results.map(\.findingCount).reduce(0, +) > cases.count)
    }

    @Test func `an undamaged listing has no error, and passes`() throws {
        let listing = MutatedListing(undamaged: try #require(seeds.sound.first))
        let outcome = listing.outcome(packs: [])
        #expect(outcome.report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        #expect(outcome.isChecked)
        #expect(check.faults(of: outcome, in: listing).isEmpty)
    }

    private static var cases: Range<Int> {
        let numbers = ProcessInfo.processInfo.environment["MUTATION_CASES"]?.split(separator: "-").compactMap {
            Int($0)
        }
        guard let numbers, numbers.count == 2, numbers[0] < numbers[1] else { return 0..<100_000 }
        return numbers[0]..<numbers[1]
    }

    private struct Result: Sendable {
        var count = 0
        var findingCount = 0
        var faults: [String] = []
    }

    private func run(_ cases: Range<Int>) async -> Result {
        var result = Result()
        for number in cases {
            // Other tests wait for the same few threads.
            await Task.yield()
            var source = MutationSource(seed: UInt64(number))
            let listing = MutatedListing(of: seeds, &source)
            let outcome = listing.outcome(packs: seeds.packs)
            var faults = check.faults(of: outcome, in: listing)
            if number % 50 == 0 {
                faults += check.render(outcome.report, of: listing)
                let lenient = listing.outcome(packs: [])
                faults += check.faults(of: lenient, in: listing)
            }
            result.faults += faults.map { "case \(number): \($0)" }
            result.count += 1
            result.findingCount += outcome.report.diagnostics.count
        }
        return result
    }
}
