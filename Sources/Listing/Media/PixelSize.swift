/// How wide and high a picture is, as the header of its file says.
///
/// Read from PNG (its IHDR chunk, W3C PNG section 11.2.2) and GIF (its logical screen, GIF89a section 18).
package struct PixelSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    /// How many bytes of a file are enough.
    package static let headerLength = 24

    private init?(width: Int, height: Int) {
        guard width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
    }

    package init?(_ header: [UInt8]) {
        if header.count >= 24, header.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self.init(width: Self.bigEndian(header[16..<20]), height: Self.bigEndian(header[20..<24]))
        } else if header.count >= 10, header.starts(with: "GIF8".utf8) {
            self.init(width: Int(header[6]) | Int(header[7]) << 8, height: Int(header[8]) | Int(header[9]) << 8)
        } else {
            return nil
        }
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
