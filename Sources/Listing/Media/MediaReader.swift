/// Tells what a file is and reads its header, whatever its name says.
package enum MediaReader {
    package static func facts(of window: inout ByteWindow) -> MediaFacts {
        var facts = MediaFacts()
        do throws(MediaProblem) {
            let start = try window.prefix(16)
            facts.isWordless = try isWordless(&window)
            try read(&window, beginningWith: start, into: &facts)
        } catch {
            facts.problem = error
        }
        return facts
    }

    private static func read(
        _ window: inout ByteWindow,
        beginningWith start: ArraySlice<UInt8>,
        into facts: inout MediaFacts
    ) throws(MediaProblem) {
        if start.starts(with: PNGReader.signature) {
            try PNGReader.read(&window, into: &facts)
        } else if start.starts(with: [0xFF, 0xD8, 0xFF]) {
            try JPEGReader.read(&window, into: &facts)
        } else if start.starts(with: "GIF87a".utf8) || start.starts(with: "GIF89a".utf8) {
            try GIFReader.read(&window, into: &facts)
        } else if start.starts(with: "RIFF".utf8), start.dropFirst(8).starts(with: "WEBP".utf8) {
            try WebPReader.read(&window, into: &facts)
        } else if start.starts(with: EBML.signature) {
            try WebMReader.read(&window, into: &facts)
        } else if let type = BoxFile.firstType(start) {
            try BoxFile.read(&window, firstType: type, into: &facts)
        } else if SVGReader.mayBegin(start) {
            try SVGReader.read(&window, into: &facts)
        }
    }

    /// "TBD" and "Coming soon" are no transcript of anything.
    private static func isWordless(_ window: inout ByteWindow) throws(MediaProblem) -> Bool {
        guard window.byteCount <= 2048 else { return false }
        var wordCount = 0
        var isInWord = false
        for byte in try window.prefix(window.byteCount) {
            let isLetter = byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
            if isLetter, !isInWord { wordCount += 1 }
            isInWord = isLetter
            // Scripts without blanks have long words.
            if wordCount > 2 || byte >= 0x80 { return false }
        }
        return true
    }
}

func isXMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
