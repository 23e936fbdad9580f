/// How wide and high a picture or a video is shown.
package struct PixelSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    /// nil when a side is missing, or is larger than any picture.
    package init?(width: Int, height: Int) {
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    private static let longestSide = 10_000_000

    /// The size after a quarter turn.
    var turned: PixelSize? { PixelSize(width: height, height: width) }
}

extension PixelSize: CustomStringConvertible {
    package var description: String { "\(width)x\(height)" }
}
