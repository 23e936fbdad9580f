/// AVIF (MIAF and HEIF, ISO/IEC 23008-12, section 9.3): the size is a property of the primary item.
enum AVIFReader {
    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        facts.format = .avif
        var hasContent = false
        try window.visitBoxes(in: 0..<window.byteCount) { window, box throws(MediaProblem) in
            if box.type == "mdat" { hasContent = true }
            guard box.type == "meta", box.content.count >= 4 else { return }
            // A full box: four bytes of version and flags stand first.
            let content = (box.content.lowerBound + 4)..<box.content.upperBound
            let properties = try properties(&window, content)
            if properties.hasContent { hasContent = true }
            facts.pixelSize = properties.size
        }
        if facts.pixelSize == nil { throw .malformed("has no size that a picture can have") }
        // A file may be cut just between two boxes.
        if !hasContent { throw .truncated }
    }

    private static func properties(
        _ window: inout ByteWindow,
        _ range: Range<Int>
    ) throws(MediaProblem) -> Properties {
        var properties = Properties()
        try window.visitBoxes(in: range) { window, box throws(MediaProblem) in
            switch box.type {
            case "pitm": properties.primary = try itemID(&window, box.content.lowerBound)
            case "idat": properties.hasContent = true
            case "iprp": try readProperties(&window, box.content, into: &properties)
            default: break
            }
        }
        return properties
    }

    private static func itemID(_ window: inout ByteWindow, _ start: Int) throws(MediaProblem) -> Int {
        let isLong = try window.byte(at: start) > 0
        return try window.number(at: start + 4, bytes: isLong ? 4 : 2)
    }

    private static func readProperties(
        _ window: inout ByteWindow,
        _ range: Range<Int>,
        into properties: inout Properties
    ) throws(MediaProblem) {
        try window.visitBoxes(in: range) { window, box throws(MediaProblem) in
            switch box.type {
            case "ipco": try readContainer(&window, box.content, into: &properties)
            case "ipma": try readAssociations(&window, box.content, into: &properties)
            default: break
            }
        }
    }

    private static func readContainer(
        _ window: inout ByteWindow,
        _ range: Range<Int>,
        into properties: inout Properties
    ) throws(MediaProblem) {
        var index = 0
        try window.visitBoxes(in: range) { window, box throws(MediaProblem) in
            index += 1
            let start = box.content.lowerBound
            if box.type == "ispe" {
                let width = try window.number(at: start + 4, bytes: 4)
                properties.sizes[index] = PixelSize(width: width, height: try window.number(at: start + 8, bytes: 4))
            } else if box.type == "irot", try window.byte(at: start) & 1 == 1 {
                properties.quarterTurns.insert(index)
            }
        }
    }

    /// Which properties each item has: numbers of seven or fifteen bits, below a bit that calls one essential.
    private static func readAssociations(
        _ window: inout ByteWindow,
        _ range: Range<Int>,
        into properties: inout Properties
    ) throws(MediaProblem) {
        let hasLongIDs = try window.byte(at: range.lowerBound) > 0
        let width = try window.byte(at: range.lowerBound + 3) & 1 == 1 ? 2 : 1
        let itemCount = try window.number(at: range.lowerBound + 4, bytes: 4)
        var offset = range.lowerBound + 8
        for _ in 0..<itemCount {
            // The count may say four thousand million in a box of twenty bytes.
            guard offset < range.upperBound else { break }
            try window.countPart()
            let item = try window.number(at: offset, bytes: hasLongIDs ? 4 : 2)
            offset += hasLongIDs ? 4 : 2
            let count = Int(try window.byte(at: offset))
            offset += 1
            for place in 0..<count {
                let number = try window.number(at: offset + place * width, bytes: width)
                properties.associations[item, default: []].append(number & (width == 2 ? 0x7FFF : 0x7F))
            }
            offset += count * width
        }
    }

    private struct Properties {
        var primary: Int?
        /// Whether the picture itself stands among them, and not behind.
        var hasContent = false
        /// By their place in the container, from 1.
        var sizes: [Int: PixelSize] = [:]
        var quarterTurns: Set<Int> = []
        var associations: [Int: [Int]] = [:]

        var size: PixelSize? {
            guard let primary, let own = associations[primary], let size = own.lazy.compactMap({ sizes[$0] }).first
            else { return sizes.values.max { $0.width * $0.height < $1.width * $1.height } }
            return own.contains(where: quarterTurns.contains) ? size.turned : size
        }
    }
}
