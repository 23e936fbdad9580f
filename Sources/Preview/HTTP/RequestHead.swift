/// A request line and its fields, as they came and well-formed, but not judged.
struct RequestHead: Sendable {
    let method: String
    let target: [UInt8]
    /// Whether the client keeps the connection open unless it says otherwise.
    let isPersistentVersion: Bool
    /// With names in lower case.
    fileprivate(set) var fields: [(name: String, value: String)] = []

    func values(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    /// The value of a field that may stand once; nil when it is missing or ambiguous.
    func value(_ name: String) -> String? {
        let found = values(name)
        return found.count == 1 ? found[0] : nil
    }

    /// The members of a list that may be spread over several fields, in lower case.
    func tokens(_ name: String) -> [String] {
        values(name).flatMap { $0.split(separator: ",") }.map { $0.withoutBlanks.lowercased() }
    }

    var keepsAlive: Bool { isPersistentVersion && !tokens("connection").contains("close") }
}

extension RequestHead {
    /// Reads `METHOD target HTTP/1.1`.
    init(requestLine line: ArraySlice<UInt8>) throws(Refusal) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed("a request line is a method, an address and a version") }
        guard !parts[0].isEmpty, parts[0].allSatisfy(\.isTokenByte) else {
            throw .malformed("the method is not a word")
        }
        guard !parts[1].isEmpty, parts[1].allSatisfy(\.isVisible) else {
            throw .malformed("an address has no spaces, control characters or unescaped letters beyond ASCII")
        }
        method = String(decoding: parts[0], as: UTF8.self)
        target = Array(parts[1])
        isPersistentVersion = try Self.isPersistent(version: parts[2])
    }

    private static func isPersistent(version: ArraySlice<UInt8>) throws(Refusal) -> Bool {
        let name = Array("HTTP/".utf8)
        let digits = Array(version.dropFirst(name.count))
        guard version.starts(with: name), digits.count == 3, digits[0].isDigit, digits[1] == UInt8(ascii: "."),
            digits[2].isDigit
        else { throw .malformed("the version is not written as HTTP/1.1") }
        guard digits[0] == UInt8(ascii: "1") else {
            throw Refusal(.versionNotSupported, "this server speaks HTTP/1.1", closes: true)
        }
        return digits[2] > UInt8(ascii: "0")
    }

    /// Reads `Name: value`.
    mutating func addField(_ line: ArraySlice<UInt8>) throws(Refusal) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(\.isTokenByte)
        else { throw .malformed("a header line is a name, directly followed by a colon, and a value") }
        let value = line[(colon + 1)...]
        guard value.allSatisfy(\.isFieldValueByte) else {
            throw .malformed("the value of a header has a control character")
        }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((name, String(String(decoding: value, as: UTF8.self).withoutBlanks)))
    }
}
