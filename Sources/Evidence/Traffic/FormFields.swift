/// The fields of `a=1&b=2`.
enum FormFields {
    struct Field {
        let name: String
        /// As it is written.
        let value: ArraySlice<UInt8>
    }

    private static let most = 256

    static func read(_ text: ArraySlice<UInt8>) -> [Field] {
        guard !text.isEmpty else { return [] }
        return text.split(maxSplits: most) { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") }.prefix(most)
            .compactMap { part in
                // What has no name may itself be the secret.
                guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
                let name = percentDecoded(String(decoding: part[..<equals], as: UTF8.self))
                return Field(name: name, value: part[(equals + 1)...])
            }
    }
}
