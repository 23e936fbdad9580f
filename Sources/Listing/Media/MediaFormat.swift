/// What a file is by its content; its name is no proof.
package enum MediaFormat: String, Sendable, Hashable, CaseIterable {
    case png, jpeg, gif, webp, avif, svg, mp4, mov, webm

    package var isVideo: Bool { self == .mp4 || self == .mov || self == .webm }

    /// As people write it.
    package var title: String {
        switch self {
        case .webp: "WebP"
        case .webm: "WebM"
        case .mov: "QuickTime"
        case .png, .jpeg, .gif, .avif, .svg, .mp4: rawValue.uppercased()
        }
    }

    /// The endings that a file of the format may have, in lower case.
    package var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .mp4: ["mp4", "m4v"]
        case .png, .gif, .webp, .avif, .svg, .mov, .webm: [rawValue]
        }
    }

    /// The format that a file's name speaks of.
    package static func named(by name: String) -> MediaFormat? {
        let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
        let ending = name[(dot.map(name.utf8.index(after:)) ?? name.startIndex)...].lowercased()
        return allCases.first { $0.endings.contains(ending) }
    }
}
