import Diagnostics

/// The secrets of a recording, each kind and name once.
struct SecretList {
    private struct Key: Hashable {
        let kind: RecordedSecret.Kind
        let name: String
    }

    private let path: String
    private var found: [Key: (count: Int, place: ByteRange)] = [:]

    private static let most = 100

    init(path: String) {
        self.path = path
    }

    mutating func add(_ kind: RecordedSecret.Kind, _ name: String, at place: ByteRange) {
        let key = Key(kind: kind, name: Self.shown(name))
        if let earlier = found[key] {
            found[key] = (earlier.count + 1, earlier.place)
        } else if found.count < Self.most {
            found[key] = (1, place)
        }
    }

    mutating func add(ofAddress address: String, at place: ByteRange) {
        for secret in AddressSecrets.find(in: address) { add(secret.kind, secret.name, at: place) }
    }

    /// Names are told, so what stands where a name should must look like one.
    private static func shown(_ name: String) -> String {
        let isName =
            name.utf8.count <= 40
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                    UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
        return isName ? name : "a name of its own"
    }

    /// In the order of the file.
    var all: [RecordedSecret] {
        found.sorted { ($0.value.place, $0.key.name) < ($1.value.place, $1.key.name) }.map { key, value in
            RecordedSecret(
                kind: key.kind,
                name: key.name,
                count: value.count,
                place: SourceRange(path: path, bytes: value.place)
            )
        }
    }
}
