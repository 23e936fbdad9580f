import Evidence
import LocatedJSON

/// What recordings of a listing show, for people and for programs.
package struct TrafficSummary: Sendable {
    private let id: String
    private let traffic: ObservedTraffic
    /// What the requested scopes make of each call, in the order of the calls.
    private let permissions: [CallPermission]
    /// Empty as well where nothing can be told to be unused.
    private let unused: [String]

    /// nil without recorded traffic.
    package init?(of listing: ParsedListing) {
        guard let traffic = listing.traffic else { return nil }
        let requests = listing.manifest?.scopes ?? []
        id = listing.id
        self.traffic = traffic
        permissions = traffic.calls.map { CallPermission(of: $0, requests, listing.catalogue) }
        unused = requests.filter { TrafficUse(of: $0, in: listing, traffic) == .unused }.map(\.name)
    }

    private static let outcomes: [(RecordedRequest.Outcome, name: String)] = [
        (.redirected, "redirected"), (.refused, "refused"), (.failed, "failed"),
    ]
    private static let shownPeriod = RateLimit.Period.minute
}

extension TrafficSummary {
    /// For people; the name of a file may hold anything.
    package var lines: [String] {
        var lines = ["listing '\(id)': \(counted(traffic.callCount, "call")) of its platform"]
        for (call, permission) in zip(traffic.calls, permissions) {
            let names = call.candidates.map { "\($0.id.value) (\($0.methodAndPath))" }
            lines += ["", names.joined(separator: " or ")]
            lines.append("  \(facts(of: call).joined(separator: ", "))")
            lines.append("  \(need(of: call, permission))")
        }
        lines += section("requested, and used by no recorded call", unused.map { "'\($0)'" })
        lines += section(
            "for no operation of the catalogue",
            traffic.unmatched.map { "\($0.method) \($0.shape) at '\($0.host)': \(counted($0.count, "request"))" }
        )
        lines += section("recordings", traffic.recordings.map(text))
        if traffic.elsewhereCount > 0 {
            lines += [
                "", "to other hosts, or beside the platform's interface: \(counted(traffic.elsewhereCount, "request"))",
            ]
        }
        return lines
    }

    private func facts(of call: ObservedTraffic.Call) -> [String] {
        var facts = [counted(call.count, "call")]
        for (outcome, name) in Self.outcomes where call.count(outcome) > 0 {
            facts.append("\(call.count(outcome)) \(name)")
        }
        if let peak = call.peaks[Self.shownPeriod] { facts.append("at most \(peak.count) within a minute") }
        if call.isByPathAlone { facts.append("told by the path alone") }
        return facts
    }

    private func need(of call: ObservedTraffic.Call, _ permission: CallPermission) -> String {
        guard call.isNeedKnown else { return "nobody says what it needs" }
        guard call.candidates.allSatisfy({ !$0.scopes.isEmpty }) else {
            return call.others.isEmpty ? "needs no scope" : "may need no scope"
        }
        func quoted(_ names: [String], _ separator: String) -> String {
            names.map { "'\($0)'" }.joined(separator: separator)
        }
        let need = "needs \(call.candidates.map(\.formula).joined(separator: " or "))"
        if permission.isAllowed { return "\(need), granted by \(quoted(permission.scopes, ", "))" }
        guard !permission.scopes.isEmpty else { return "\(need), and none is requested" }
        let missing = permission.missing
        return "\(need), and \(quoted(missing, " and ")) \(missing.count == 1 ? "is" : "are") not requested"
    }

    private func text(of recording: ObservedTraffic.Recording) -> String {
        let passedOver = PassedOver.allCases.compactMap { reason in
            recording.passedOver[reason].map { "\($0) \(reason.name)" }
        }
        return "'\(recording.path)': \(counted(recording.requestCount, "request"))"
            + (passedOver.isEmpty ? "" : "; passed over: \(passedOver.joined(separator: ", "))")
            + (recording.unreadableCount == 0 ? "" : "; \(recording.unreadableCount) not readable")
            + (recording.isWhole ? "" : "; not read to its end")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "\(title):"] + lines.map { "  \($0)" }
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension TrafficSummary {
    package var json: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("listing", id)
            json.key("calls")
            json.array { json in
                for (call, permission) in zip(traffic.calls, permissions) {
                    write(call, permission, to: &json)
                }
            }
            json.member("unused", unused)
            json.key("unmatched")
            json.array { json in
                for group in traffic.unmatched {
                    json.object { json in
                        json.member("method", group.method)
                        json.member("host", group.host)
                        json.member("path", group.shape)
                        json.member("count", group.count)
                    }
                }
            }
            json.member("elsewhere", traffic.elsewhereCount)
            json.key("recordings")
            json.array { json in for recording in traffic.recordings { write(recording, to: &json) } }
        }
        return json.text
    }

    private func write(_ call: ObservedTraffic.Call, _ permission: CallPermission, to json: inout JSONWriter) {
        json.object { json in
            json.member("operation", call.operation.id.value)
            json.member("request", call.operation.methodAndPath)
            if !call.others.isEmpty { json.member("alternatives", call.others.map(\.id.value)) }
            json.member("count", call.count)
            for (outcome, name) in Self.outcomes { json.member(name, call.count(outcome)) }
            json.key("peaks")
            json.object { json in
                for period in RateLimit.Period.allCases {
                    if let peak = call.peaks[period] { json.member(period.rawValue, peak.count) }
                }
            }
            if call.others.isEmpty, call.isNeedKnown { json.member("needs", call.operation.formula) }
            json.member("scopes", permission.scopes)
            if !permission.missing.isEmpty { json.member("missing", permission.missing) }
        }
    }

    private func write(_ recording: ObservedTraffic.Recording, to json: inout JSONWriter) {
        json.object { json in
            json.member("path", recording.path)
            json.member("requests", recording.requestCount)
            json.member("whole", recording.isWhole)
            json.member("unreadable", recording.unreadableCount)
            json.key("passedOver")
            json.object { json in
                for reason in PassedOver.allCases {
                    if let count = recording.passedOver[reason] { json.member(reason.rawValue, count) }
                }
            }
        }
    }
}
