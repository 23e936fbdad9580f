import Diagnostics

/// Finds the secrets of an address, whole or from its path on: parameters by their names, what stands before the host, and
/// tokens of known forms wherever they are.
struct AddressSecrets {
    struct Finding {
        let kind: RecordedSecret.Kind
        let name: String
    }

    private(set) var findings: [Finding] = []

    private static let longest = 1 << 14
    /// An address may be given to another as a parameter.
    private static let deepest = 3
    /// A name before the host is a key where it is as long as one.
    private static let shortestKey = 16

    static func find(in address: some StringProtocol) -> [Finding] {
        var search = AddressSecrets()
        search.look(at: Array(address.utf8.prefix(longest))[...], depth: 0)
        return search.findings
    }

    private mutating func look(at address: ArraySlice<UInt8>, depth: Int) {
        // What is no address at all holds letters and digits by the thousand.
        guard depth < Self.deepest, !address.starts(with: "data:".utf8) else { return }
        let parts = address.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
        }
        guard let path = parts.first else { return }
        lookBeforeHost(of: path)
        addTokens(in: path)
        lookAtSegments(of: path)
        for part in parts.dropFirst() { look(atFields: part, depth) }
    }

    /// `/users;jsessionid=…/1`.
    private mutating func lookAtSegments(of path: ArraySlice<UInt8>) {
        for segment in path.split(separator: UInt8(ascii: "/")) {
            guard let semicolon = segment.firstIndex(of: UInt8(ascii: ";")) else { continue }
            for field in FormFields.read(segment[(semicolon + 1)...])
            where SecretNames.isSecret(field.name, field.value) {
                findings.append(Finding(kind: .query, name: field.name))
            }
        }
    }

    private mutating func look(atFields text: ArraySlice<UInt8>, _ depth: Int) {
        for field in FormFields.read(text) {
            let value = Array(percentDecoded(String(decoding: field.value, as: UTF8.self)).utf8)
            if SecretNames.isSecret(field.name, field.value), SecretNames.isSecret(field.name, value[...]) {
                findings.append(Finding(kind: .query, name: field.name))
            } else if value.contains(where: { "?#@".utf8.contains($0) }) {
                look(at: value[...], depth: depth + 1)
            } else {
                addTokens(in: value[...])
            }
        }
    }

    /// `https://name:password@host`, and a key in the place of the name.
    private mutating func lookBeforeHost(of path: ArraySlice<UInt8>) {
        guard let slashes = path.indices.first(where: { path[$0...].starts(with: "//".utf8) }) else { return }
        let authority = path[(slashes + 2)...].prefix { $0 != UInt8(ascii: "/") }
        guard let end = authority.lastIndex(of: UInt8(ascii: "@")) else { return }
        let user = authority[..<end]
        let name = user.prefix { $0 != UInt8(ascii: ":") }
        if !SecretRemoval.isRemoved(user[name.endIndex...].dropFirst()) || isKey(name) {
            findings.append(Finding(kind: .password, name: "url"))
        }
    }

    private func isKey(_ name: ArraySlice<UInt8>) -> Bool {
        name.count >= Self.shortestKey && name.allSatisfy(\.isTokenByte)
            && name.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            // That is told as what it is.
            && TokenForms.beginnings(in: name).isEmpty
    }

    private mutating func addTokens(in text: ArraySlice<UInt8>) {
        for token in TokenForms.beginnings(in: text) { findings.append(Finding(kind: .token, name: token)) }
    }
}
