import Diagnostics
import LocatedJSON

/// What the body of an answer says of the call, where the status says that all went well:
/// `200 {"ok": false, "error": "missing_scope"}`, as Slack answers.
enum AnswerVerdict {
    /// So much is looked at: what failed is said in few words.
    private static let mostBytes = 16 << 10

    /// How Slack says that the token may not do it.
    private static let refusals: Set<String> = ["missing_scope", "not_allowed_token_type", "no_permission"]

    /// Of a body that stands as a text in the recording; nil where it says nothing against the status.
    static func outcome(of recording: JSONScanner, _ text: ByteRange) -> RecordedRequest.Outcome? {
        let start = ByteRange(text.start, min(text.end, text.start + mostBytes))
        // Taking the escapes out of every body would cost more than all else that is done with it.
        guard hasKey(recording.bytes[start.start..<start.end]) else { return nil }
        return outcome(of: Array(recording.text(in: start).utf8)[...])
    }

    /// `ok` before a quote, which is escaped.
    private static func hasKey(_ written: ArraySlice<UInt8>) -> Bool {
        var isBehindO = false
        for place in written.indices {
            if isBehindO, written[place] == UInt8(ascii: "k"), written[(place + 1)...].starts(with: "\\\"".utf8) {
                return true
            }
            isBehindO = written[place] == UInt8(ascii: "o")
        }
        return false
    }

    static func outcome(of body: ArraySlice<UInt8>) -> RecordedRequest.Outcome? {
        var body = BodyStart(body.prefix(mostBytes))
        // The members before the place where it is cut tell what they tell.
        try? body.read()
        guard body.isFailure else { return nil }
        return body.error.map(refusals.contains) == true ? .refused : .failed
    }
}

/// The two members of a body that are looked at.
private struct BodyStart {
    private var scanner: JSONScanner
    private(set) var isFailure = false
    private(set) var error: String?

    init(_ bytes: ArraySlice<UInt8>) {
        scanner = JSONScanner(Array(bytes))
    }

    mutating func read() throws(JSONScanner.Fault) {
        guard try scanner.kind() == .object else { return }
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch key.name {
            case "ok":
                let start = scanner.position
                try scanner.skipValue()
                isFailure = scanner.bytes[start..<scanner.position].elementsEqual("false".utf8)
            case "error":
                if let text = try scanner.stringIfAny() { error = scanner.text(in: text) }
            default: try scanner.skipValue()
            }
        }
    }
}
