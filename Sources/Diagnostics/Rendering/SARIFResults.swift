/// The results of a SARIF run.
struct SARIFResults {
    let ruleIDs: [String]
    private let ruleIndex: [String: Int]
    private var reader: ExcerptReader
    /// How often a fingerprint was seen, since results of one run must differ in theirs.
    private var occurrences: [Fingerprint: Int] = [:]

    private typealias Members = [(name: String, value: JSONText)]

    init(ruleIDs: [String], reader: ExcerptReader) {
        self.ruleIDs = ruleIDs
        self.reader = reader
        ruleIndex = Dictionary(zip(ruleIDs, ruleIDs.indices), uniquingKeysWith: { first, _ in first })
    }

    mutating func all(of report: DiagnosticReport) -> [JSONText] {
        report.sorted.map { result(of: $0, suppressions: []) }
            + report.sortedSuppressed.map { result(of: $0.diagnostic, suppressions: [suppression($0)]) }
    }

    /// Either all results of a run have `suppressions` or none has.
    private mutating func result(of diagnostic: Diagnostic, suppressions: [JSONText]) -> JSONText {
        var members: Members = [("ruleId", .string(diagnostic.id))]
        if let index = ruleIndex[diagnostic.id] { members.append(("ruleIndex", .integer(index))) }
        members.append(("level", .string(diagnostic.severity.rawValue)))
        members.append(("message", message(of: diagnostic)))
        if let range = diagnostic.range {
            members.append(("locations", .array([.object([("physicalLocation", location(range))])])))
        }
        members.append(("partialFingerprints", .object([("candorSubject/v1", .string(fingerprint(of: diagnostic)))])))
        let related = relatedLocations(of: diagnostic)
        if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
        let fixes = diagnostic.fixes.filter(\.canBeShown)
        if !fixes.isEmpty { members.append(("fixes", .array(fixes.map { fix($0) }))) }
        members.append(("suppressions", .array(suppressions)))
        return .object(members)
    }

    /// Notes without a place belong to the message, those with one are related locations.
    private func message(of diagnostic: Diagnostic) -> JSONText {
        let notes = diagnostic.notes.filter { $0.range == nil }.map(\.message)
        return .object([("text", .string(([diagnostic.message] + notes).joined(separator: "\n")))])
    }

    private mutating func fingerprint(of diagnostic: Diagnostic) -> String {
        let path = diagnostic.range?.path ?? ""
        let fingerprint = Fingerprint(of: diagnostic, path: path, source: reader.bytes(at: path))
        occurrences[fingerprint, default: 0] += 1
        return "\(fingerprint.text):\(occurrences[fingerprint, default: 1])"
    }

    private mutating func relatedLocations(of diagnostic: Diagnostic) -> [JSONText] {
        var locations: [JSONText] = []
        for note in diagnostic.notes {
            guard let range = note.range else { continue }
            locations.append(
                .object([
                    ("id", .integer(locations.count + 1)),
                    ("message", .object([("text", .string(note.message))])),
                    ("physicalLocation", location(range)),
                ])
            )
        }
        return locations
    }

    private mutating func fix(_ fix: Fix) -> JSONText {
        let paths = Set(fix.edits.map(\.range.path)).sorted()
        let changes = paths.map { path in
            let replacements = fix.edits.filter { $0.range.path == path }.map { replacement($0) }
            return JSONText.object([
                ("artifactLocation", artifact(path)), ("replacements", .array(replacements)),
            ])
        }
        return .object([
            ("description", .object([("text", .string(fix.title))])), ("artifactChanges", .array(changes)),
        ])
    }

    private mutating func replacement(_ edit: TextEdit) -> JSONText {
        .object([
            ("deletedRegion", .object(region(edit.range))),
            ("insertedContent", .object([("text", .string(edit.replacement))])),
        ])
    }

    private func suppression(_ finding: SuppressedDiagnostic) -> JSONText {
        .object([
            ("kind", .string("external")), ("justification", .string(finding.justification)),
        ])
    }

    private mutating func location(_ range: SourceRange) -> JSONText {
        let members: Members = [("artifactLocation", artifact(range.path))]
        // A file that cannot be read, or is missing, has no regions.
        guard reader.bytes(at: range.path) != nil else { return .object(members) }
        return .object(members + [("region", .object(region(range)))])
    }

    private mutating func region(_ range: SourceRange) -> Members {
        var members: Members = []
        if let (start, end) = reader.positions(of: range) {
            members += [
                ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
                ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
            ]
        }
        return members + [("byteOffset", .integer(range.bytes.start)), ("byteLength", .integer(range.bytes.count))]
    }

    private func artifact(_ path: String) -> JSONText {
        .object([("uri", .string(path.hasPrefix("/") ? "file://\(Self.encoded(path))" : Self.encoded(path)))])
    }

    /// Everything but what may stand in the path of an address without a meaning of its own (RFC 3986).
    private static func encoded(_ path: String) -> String {
        var output = ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": output.unicodeScalars.append(scalar)
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                output += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return output
    }
}
