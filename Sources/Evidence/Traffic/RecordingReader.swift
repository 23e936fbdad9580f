package import Diagnostics
import LocatedJSON

extension RecordedTraffic {
    /// The largest recording that is read, in bytes.
    package static let longestFile = 64 << 20
    /// The most entries that are read of one.
    package static let mostEntries = 200_000

    /// Reads a HAR file entry by entry, so that all requests before a fault are known, and reports what is wrong with it.
    ///
    /// Nothing that it reports quotes the file.
    package init(_ bytes: [UInt8], path: String, reporting report: inout DiagnosticReport) {
        var reader = RecordingReader(bytes, path: path)
        self = reader.read(reporting: &report)
    }

    /// Whether a file is called as recordings are.
    package static func isNamed(_ name: String) -> Bool { name.lowercased().hasSuffix(".har") }
}

/// Reads `{"log": {"entries": […]}}` (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/).
private struct RecordingReader {
    private let path: String
    private var scanner: JSONScanner
    private var requests: [RecordedRequest] = []
    private var secrets: SecretList
    private var passedOver: [PassedOver: Int] = [:]
    private var entryCount = 0
    private var hasEntries = false
    private var isAtMost = false
    /// The first entry of which something cannot be read, and how many there are.
    private var unreadable: (first: Int, count: Int)?
    private var untimed: (first: Int, count: Int)?
    /// The same hosts, paths and names come again and again.
    private var known: [String: String] = [:]

    init(_ bytes: [UInt8], path: String) {
        self.path = path
        scanner = JSONScanner(bytes)
        secrets = SecretList(path: path)
    }

    mutating func read(reporting report: inout DiagnosticReport) -> RecordedTraffic {
        guard !isUTF16 else {
            reportUTF16(to: &report)
            return RecordedTraffic(path: path, isWhole: false)
        }
        var isWhole = true
        do throws(JSONScanner.Fault) {
            try readDocument()
            if isAtMost {
                isWhole = false
                reportTooMany(to: &report)
            } else if !hasEntries {
                reportUnknown(to: &report)
            } else if entryCount == 0 {
                report.warning("har-empty", "the recording has no requests", at: start)
            }
        } catch {
            isWhole = false
            self.report(error, to: &report)
        }
        reportEntries(to: &report)
        return RecordedTraffic(
            path: path,
            requests: requests,
            secrets: secrets.all,
            passedOver: passedOver,
            isWhole: isWhole && hasEntries,
            unreadableCount: unreadable?.count ?? 0
        )
    }

    private mutating func readDocument() throws(JSONScanner.Fault) {
        guard try scanner.kind() == .object else { return try scanner.skipValue() }
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            if key.name == "log", try scanner.kind() == .object {
                try readLog()
                if isAtMost { return }
            } else {
                try scanner.skipValue()
            }
        }
        guard scanner.isAtEnd() else { throw .malformed(at: scanner.position) }
    }

    private mutating func readLog() throws(JSONScanner.Fault) {
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            let isArray = try scanner.kind() == .array
            switch key.name {
            case "pages" where isArray: try readPages()
            case "entries" where isArray:
                try readEntries()
                if isAtMost { return }
            default: try scanner.skipValue()
            }
        }
    }

    private mutating func readEntries() throws(JSONScanner.Fault) {
        hasEntries = true
        try scanner.enterArray()
        while try scanner.nextElement() {
            guard entryCount < RecordedTraffic.mostEntries else {
                isAtMost = true
                return
            }
            try readEntry()
        }
    }

    /// The title of a page is its whole address in Chrome and Safari.
    private mutating func readPages() throws(JSONScanner.Fault) {
        try scanner.enterArray()
        while try scanner.nextElement() {
            guard try scanner.kind() == .object else {
                try scanner.skipValue()
                continue
            }
            try scanner.enterObject()
            while let key = try scanner.nextKey() {
                switch key.name {
                case "title":
                    guard let title = try scanner.stringIfAny() else { continue }
                    secrets.add(ofAddress: scanner.text(in: title), at: key.range)
                default: try scanner.skipValue()
                }
            }
        }
    }

    private mutating func readEntry() throws(JSONScanner.Fault) {
        // Where white space ends and the entry begins.
        let kind = try scanner.kind()
        let start = scanner.position
        guard kind == .object else {
            try scanner.skipValue()
            entryCount += 1
            unreadable = (unreadable?.first ?? start, (unreadable?.count ?? 0) + 1)
            return
        }
        // Secrets of an entry that is cut off are in the file all the same.
        var entry = EntryReader(scanner, secrets)
        defer { secrets = entry.secrets }
        do throws(JSONScanner.Fault) {
            try entry.read()
        } catch {
            scanner = entry.scanner
            throw error
        }
        scanner = entry.scanner
        entryCount += 1
        take(entry, at: ByteRange(start, scanner.position))
    }

    private mutating func take(_ entry: EntryReader, at range: ByteRange) {
        guard let method = entry.method, let address = entry.address else {
            unreadable = (unreadable?.first ?? range.start, (unreadable?.count ?? 0) + 1)
            return
        }
        if let reason = entry.reasonToPassOver(method, address) {
            passedOver[reason, default: 0] += 1
            return
        }
        if entry.time == nil { untimed = (untimed?.first ?? range.start, (untimed?.count ?? 0) + 1) }
        requests.append(
            RecordedRequest(
                method: shared(method),
                host: shared(address.host),
                path: shared(address.path),
                queryNames: address.queryNames.map { shared($0) },
                time: entry.time,
                status: entry.status ?? 0,
                bodyOutcome: entry.bodyOutcome,
                redirect: entry.redirect.map {
                    RecordedRequest.Redirect(host: shared($0.host), path: shared($0.path))
                },
                entry: range
            )
        )
    }

    private mutating func shared(_ text: String) -> String {
        if let first = known[text] { return first }
        if known.count < 50_000 { known[text] = text }
        return text
    }
}

extension RecordingReader {
    private var start: SourceRange { SourceRange(startOf: path) }

    private func place(_ offset: Int) -> SourceRange {
        SourceRange(path: path, bytes: ByteRange(offset, min(offset + 1, scanner.bytes.count)))
    }

    private var countText: String { entryCount == 1 ? "1 entry" : "\(entryCount) entries" }

    private func report(_ fault: JSONScanner.Fault, to report: inout DiagnosticReport) {
        let rest =
            entryCount == 0
            ? "nothing of it can be used" : "the \(countText) before count, and what came behind is not known"
        switch fault {
        case .cutOff where scanner.bytes.isEmpty:
            report.error("har-cut-off", "the recording is an empty file", at: start)
        case .cutOff:
            let end = ByteRange(scanner.bytes.count, scanner.bytes.count)
            report.error(
                "har-cut-off",
                "the recording is cut off after \(countText): \(rest)",
                at: SourceRange(path: path, bytes: end),
                notes: [Note("export it once more, and wait until the file is written")]
            )
        case .malformed(let offset):
            report.error(
                "har-malformed",
                "the recording is no JSON from here on, after \(countText): \(rest)",
                at: place(offset)
            )
        }
    }

    /// JSON begins with two characters of ASCII, of which UTF-16 makes a zero and UTF-8 never.
    private var isUTF16: Bool {
        let start = scanner.bytes.prefix(4)
        return start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || start.contains(0)
    }

    private func reportUTF16(to report: inout DiagnosticReport) {
        report.error(
            "har-malformed",
            "the recording is no UTF-8, and UTF-16 by how it begins: nothing of it can be used",
            at: start,
            notes: [Note("save it as UTF-8")]
        )
    }

    private func reportUnknown(to report: inout DiagnosticReport) {
        report.error(
            "har-unknown",
            "the file is no HAR: it has no \"entries\" in a \"log\"",
            at: start,
            notes: [Note("browsers write one by \"Export HAR\" among their tools for the network")]
        )
    }

    private func reportTooMany(to report: inout DiagnosticReport) {
        report.error(
            "har-too-many-entries",
            "the recording has more than \(RecordedTraffic.mostEntries) entries, and the rest is not read",
            at: start
        )
    }

    private func reportEntries(to report: inout DiagnosticReport) {
        if let unreadable {
            let subject = unreadable.count == 1 ? "an entry has" : "\(unreadable.count) entries have"
            report.warning(
                "har-entry-unreadable",
                "\(subject) no request with a method and an address: nothing is concluded from "
                    + (unreadable.count == 1 ? "it" : "them"),
                at: place(unreadable.first)
            )
        }
        if let untimed {
            let subject = untimed.count == 1 ? "a request has" : "\(untimed.count) requests have"
            report.warning(
                "har-time-missing",
                "\(subject) no \"startedDateTime\" that can be read, and no part in any peak",
                at: place(untimed.first)
            )
        }
    }
}
