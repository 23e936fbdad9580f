import Evidence
import LocatedJSON

/// What recordings of a listing show, for people and for programs.
package struct TrafficSummary: Sendable {
    private let id: String
    private let traffic: ObservedTraffic
    /// The requested scopes that allow each call, in the order of the calls.
    private let scopes: [[String]]
    /// Empty as well where nothing can be told to be unused.
    private let unused: [String]

    /// nil without recorded traffic.
    package init?(of listing: ParsedListing) {
        guard let traffic = listing.traffic else { return nil }
        let requests = listing.manifest?.scopes ?? []
        let catalogue = listing.catalogue
        func requested(_ names: Set<String>) -> [String] {
            requests.filter { !catalogue.scopesGranted(by: $0.id.value).isDisjoint(with: names) }.map(\.name)
        }
        id = listing.id
        self.traffic = traffic
        scopes = traffic.calls.map { requested($0.namedScopes) }
        unused = requests.filter { TrafficUse(of: $0, in: listing, traffic) == .unused }.map(\.name)
    }

    private static let shownPeriod = RateLimit.Period.minute
}

extension TrafficSummary {
    package var text: String {
        var lines = ["listing '\(id)': \(counted(traffic.callCount, "call")) of its platform"]
        for (call, scopes) in zip(traffic.calls, scopes) {
            let names = call.candidates.map { "\($0.id.value) (\($0.methodAndPath))" }
            lines += ["", names.joined(separator: " or ")]
            lines.append("  \(facts(of: call).joined(separator: ", "))")
            lines.append("  \(need(of: call, scopes))")
        }
        lines += section("requested, and used by no recorded call", unused.map { "'\($0)'" })
        lines += section(
            "for no operation of the catalogue",
            traffic.unmatched.map { "\($0.method) \($0.shape) at '\($0.host)': \(counted($0.count, "request"))" }
        )
        lines += section("recordings", traffic.recordings.map(text))
        if traffic.elsewhereCount > 0 {
            lines += ["", "to hosts that no operation names: \(counted(traffic.elsewhereCount, "request"))"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func facts(of call: ObservedTraffic.Call) -> [String] {
        var facts = [counted(call.count, "call")]
        if call.refusedCount > 0 { facts.append("\(call.refusedCount) refused") }
        if let peak = call.peaks[Self.shownPeriod] { facts.append("at most \(peak.count) within a minute") }
        if call.isByPathAlone { facts.append("told by the path alone") }
        return facts
    }

    private func need(of call: ObservedTraffic.Call, _ scopes: [String]) -> String {
        guard call.isNeedKnown else { return "nobody says what it needs" }
        guard call.candidates.allSatisfy({ !$0.scopes.isEmpty }) else {
            return call.others.isEmpty ? "needs no scope" : "may need no scope"
        }
        let granted = scopes.map { "'\($0)'" }.joined(separator: ", ")
        return "needs \(call.candidates.map(\.formula).joined(separator: " or "))"
            + (granted.isEmpty ? ", and none is requested" : ", granted by \(granted)")
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
                for (call, scopes) in zip(traffic.calls, scopes) { write(call, scopes, to: &json) }
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

    private func write(_ call: ObservedTraffic.Call, _ scopes: [String], to json: inout JSONWriter) {
        json.object { json in
            json.member("operation", call.operation.id.value)
            json.member("request", call.operation.methodAndPath)
            if !call.others.isEmpty { json.member("alternatives", call.others.map(\.id.value)) }
            json.member("count", call.count)
            json.member("refused", call.refusedCount)
            json.key("peaks")
            json.object { json in
                for period in RateLimit.Period.allCases {
                    if let peak = call.peaks[period] { json.member(period.rawValue, peak.count) }
                }
            }
            if call.others.isEmpty, call.isNeedKnown { json.member("needs", call.operation.formula) }
            json.member("scopes", scopes)
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
