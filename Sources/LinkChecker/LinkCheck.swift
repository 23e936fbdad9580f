package import Diagnostics
package import LocatedJSON

/// A run over all links to the web of a directory.
package struct LinkCheck: Sendable {
    package struct Outcome: Sendable {
        package let report: DiagnosticReport
        package let cache: LinkCache
        package let counts: LinkCounts
    }

    /// The program that asks is not installed.
    package struct CurlMissing: Error, CustomStringConvertible {
        package var description: String {
            "external links are asked for by the program 'curl', which is not installed or not in PATH"
        }
    }

    private let settings: LinkCheckSettings
    /// nil where there is none: then an address that fails once counts as dead.
    private let cache: LinkCache?
    private let today: CalendarDate?

    package init(_ settings: LinkCheckSettings, cache: LinkCache?, today: CalendarDate?) {
        self.settings = settings
        self.cache = cache
        self.today = today
    }

    package func run(_ places: [LinkPlace]) async throws -> Outcome {
        var addresses: [String: WebAddress] = [:]
        for place in places {
            if let address = WebAddress(place.written) { addresses[address.text] = address }
        }
        let known = addresses.filter { address in today.map { cache?.isTrusted(address.key, on: $0) ?? false } ?? false
        }
        let asked = addresses.values.filter { known[$0.text] == nil && !$0.isReservedName }
        var results = try await ask(asked)
        for address in known.keys { results[address] = .alive }
        return outcome(places, results, asked: Set(asked.map(\.text)))
    }

    /// One host after another by each worker, and all addresses of a host by one: nobody is asked twice at once.
    private func ask(_ addresses: [WebAddress]) async throws -> [String: LinkResult] {
        guard !addresses.isEmpty else { return [:] }
        let curl = Curl(userAgent: settings.userAgent, timeout: settings.timeout, environment: settings.environment)
        guard try await curl.isThere() else { throw CurlMissing() }
        let visit = LinkVisit(settings: settings, curl: curl, turns: HostTurns(delay: settings.delay))
        let hosts = Dictionary(grouping: addresses, by: \.host).sorted { $0.key < $1.key }.map(\.value)
        var waiting = hosts[...]
        return try await withThrowingTaskGroup(of: [String: LinkResult].self) { group in
            func begin() {
                guard let addresses = waiting.popFirst() else { return }
                group.addTask {
                    var results: [String: LinkResult] = [:]
                    for address in addresses.sorted(by: { $0.text < $1.text }) {
                        results[address.text] = try await visit.result(of: address)
                    }
                    return results
                }
            }
            for _ in 0..<settings.concurrency { begin() }
            var all: [String: LinkResult] = [:]
            while let results = try await group.next() {
                all.merge(results) { first, _ in first }
                begin()
            }
            return all
        }
    }

    private func outcome(_ places: [LinkPlace], _ results: [String: LinkResult], asked: Set<String>) -> Outcome {
        var report = DiagnosticReport()
        var counts = LinkCounts()
        let final = results.reduce(into: [String: LinkResult]()) { final, entry in
            final[entry.key] = confirmed(entry.value, of: entry.key)
        }
        for result in final.values { counts.add(result) }
        var counted: Set<String> = []
        for place in places {
            guard let address = WebAddress(place.written) else {
                let fault = LinkResult.unverified("names a user, or has a host that is not in ASCII")
                if counted.insert(place.written).inserted { counts.add(fault) }
                Self.report(fault, place.written, at: place, to: &report)
                continue
            }
            if let result = final[address.text] {
                Self.report(result, address.text, at: place, to: &report)
            } else if counted.insert(address.text).inserted {
                counts.reserved += 1
            }
        }
        return Outcome(report: report, cache: newCache(results, asked: asked), counts: counts)
    }

    /// What is dead once may be alive tomorrow; where earlier runs are known, two have to find the same.
    private func confirmed(_ result: LinkResult, of address: String) -> LinkResult {
        guard case .dead(let reason) = result, let cache, !cache.wasDead(address) else { return result }
        return .unverified("\(reason), and is dead if the next run finds the same")
    }

    private static func report(
        _ result: LinkResult,
        _ address: String,
        at place: LinkPlace,
        to report: inout DiagnosticReport
    ) {
        switch result {
        case .alive: break
        case .unverified(let reason):
            report.warning("link-unverified", "'\(address)' could not be verified: it \(reason)", at: place.range)
        case .dead(let reason):
            report.error("link-dead", "'\(address)' is dead: it \(reason)", at: place.range)
        }
    }

    /// Of what still occurs: earlier findings where nothing was asked, else the new ones.
    private func newCache(_ results: [String: LinkResult], asked: Set<String>) -> LinkCache {
        var new = LinkCache()
        guard let today else { return cache ?? new }
        for (address, result) in results {
            let finding: LinkCache.Finding =
                switch result {
                case .alive: .alive
                case .unverified: .unverified
                case .dead: .dead
                }
            let entry = LinkCache.Entry(finding: finding, date: today)
            new.set(address, asked.contains(address) ? entry : cache?.entries[address])
        }
        return new
    }
}

/// How many addresses there are of each kind.
package struct LinkCounts: Sendable, Hashable {
    package private(set) var alive = 0
    package private(set) var unverified = 0
    package private(set) var dead = 0
    /// Of names that can belong to nobody, such as `acme.example`: these are not asked for.
    package internal(set) var reserved = 0

    mutating func add(_ result: LinkResult) {
        switch result {
        case .alive: alive += 1
        case .unverified: unverified += 1
        case .dead: dead += 1
        }
    }
}

extension LinkCounts: CustomStringConvertible {
    /// `12 addresses: 9 alive, 1 dead, 2 unverified; not asked for: 3 of made-up names`.
    package var description: String {
        let total = alive + unverified + dead + reserved
        let addresses = "\(total) address\(total == 1 ? "" : "es")"
        let rest = reserved == 0 ? "" : "; not asked for: \(reserved) of made-up names"
        return "\(addresses): \(alive) alive, \(dead) dead, \(unverified) unverified\(rest)"
    }
}
