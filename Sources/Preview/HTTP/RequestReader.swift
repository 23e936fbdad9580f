/// Takes what a client sends, in pieces of any size, and gives request heads; every byte is looked at once.
struct RequestReader: Sendable {
    private let limits: ServerLimits
    private var buffer: [UInt8] = []
    /// Everything before it is known to hold no end of a line that was not read yet.
    private var scanned = 0
    private var lineStart = 0
    private var head: RequestHead?

    init(limits: ServerLimits) {
        self.limits = limits
    }

    /// Whether a part of a request is here.
    var hasPart: Bool { !buffer.isEmpty }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        buffer += bytes
    }

    /// The next request, or nil when more bytes are needed.
    mutating func next() throws(Refusal) -> RequestHead? {
        while let line = try nextLine() {
            if !line.isEmpty {
                try read(line)
            } else if let finished = head {
                forgetRead()
                head = nil
                return finished
            } else if lineStart > 2 {
                // One empty line before a request is left over from the request before it; more are none of ours.
                throw .malformed("a request does not start with empty lines")
            }
        }
        try checkUnfinishedLine()
        return nil
    }

    private mutating func nextLine() throws(Refusal) -> ArraySlice<UInt8>? {
        guard let feed = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) else {
            scanned = buffer.count
            return nil
        }
        guard feed > lineStart, buffer[feed - 1] == UInt8(ascii: "\r") else {
            throw .malformed("a line ends with CR and LF")
        }
        let line = buffer[lineStart..<(feed - 1)]
        try check(lineLength: line.count)
        lineStart = feed + 1
        scanned = lineStart
        guard lineStart <= limits.headLength else { throw Self.tooLarge("the headers together") }
        return line
    }

    private mutating func read(_ line: ArraySlice<UInt8>) throws(Refusal) {
        guard head != nil else {
            head = try RequestHead(requestLine: line)
            return
        }
        guard (head?.fields.count ?? 0) < limits.fieldCount else {
            throw Self.tooLarge("\(limits.fieldCount + 1) or more headers")
        }
        // By parts of the optional, since a copy would copy all fields for every field.
        try head?.addField(line)
    }

    private func checkUnfinishedLine() throws(Refusal) {
        try check(lineLength: buffer.count - lineStart)
        guard buffer.count <= limits.headLength else { throw Self.tooLarge("the headers together") }
    }

    private func check(lineLength: Int) throws(Refusal) {
        guard lineLength > limits.lineLength else { return }
        guard head == nil else { throw Self.tooLarge("a header") }
        throw Refusal(.targetTooLong, "the address is longer than \(limits.lineLength) bytes", closes: true)
    }

    private static func tooLarge(_ what: String) -> Refusal {
        Refusal(.headerFieldsTooLarge, "\(what) is more than this server reads", closes: true)
    }

    private mutating func forgetRead() {
        buffer.removeSubrange(..<lineStart)
        scanned = 0
        lineStart = 0
    }
}
