package import Diagnostics
import LocatedJSON

/// What earlier runs found, so that pages are not asked for every day, and one bad moment makes no link dead.
package struct LinkCache: Sendable {
    enum Finding: String, Sendable, CaseIterable {
        case alive, unverified, dead
    }

    struct Entry: Sendable {
        let finding: Finding
        let date: CalendarDate
    }

    /// So many days after it was seen alive, an address is asked for again.
    package static let daysOfTrust = 7

    private(set) var entries: [String: Entry] = [:]

    package init() {}

    func isTrusted(_ address: String, on today: CalendarDate) -> Bool {
        guard let entry = entries[address], entry.finding == .alive else { return false }
        return (0..<Self.daysOfTrust).contains(today.dayNumber - entry.date.dayNumber)
    }

    func wasDead(_ address: String) -> Bool { entries[address]?.finding == .dead }

    mutating func set(_ address: String, _ entry: Entry?) {
        entries[address] = entry
    }

    package var text: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("links")
            json.array { json in
                for (address, entry) in entries.sorted(by: { $0.key < $1.key }) {
                    json.object { json in
                        json.member("address", address)
                        json.member("result", entry.finding.rawValue)
                        json.member("date", "\(entry.date)")
                    }
                }
            }
        }
        return json.text
    }
}

extension LinkCache {
    private static let schema = ObjectSchema(
        title: "Link cache",
        properties: [.required("links", .array(of: .object(entrySchema)), "The addresses that were asked for.")]
    )

    private static let entrySchema = ObjectSchema(
        title: "Link",
        properties: [
            .required("address", .string, "The address."),
            .required("result", .choice(of: Finding.self), "What was found."),
            .required("date", .date, "When."),
        ]
    )

    package static func parse(
        _ bytes: [UInt8],
        path: String,
        reporting report: inout DiagnosticReport
    ) -> LinkCache {
        var cache = LinkCache()
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return cache }
        schema.check(value, path: path, reporting: &report)
        for object in JSONObject(value, path: path)?.objects("links") ?? [] {
            guard let address = object.string("address"), let date = object.date("date"),
                let finding = object.choice("result", of: Finding.self)
            else { continue }
            cache.entries[address.value] = Entry(finding: finding.value, date: date.value)
        }
        return cache
    }
}
