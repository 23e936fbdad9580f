/// A piece of finished HTML.
///
/// It is a type of its own so that nothing has to guess whether a text is already escaped: a template writes a
/// fragment as it is and escapes everything else. Only code that makes HTML itself may call the initializer.
@usableFromInline
package struct HTMLFragment: Sendable, Hashable {
    /// Valid UTF-8.
    package var bytes: [UInt8]

    package init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static let empty = HTMLFragment(trusted: [])

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var isEmpty: Bool { bytes.isEmpty }
}
