/// The elements that Matroska and WebM files are made of (RFC 8794, sections 4 to 6).
enum EBML {
    static let signature: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3]

    struct Element {
        /// With its length marker, as specifications write it: 0x1549A966.
        let id: Int
        let content: Range<Int>
        /// Of an element that is written while its length is not known yet.
        let isOpen: Bool
        /// Whether it is longer than what it stands in.
        let isCut: Bool
    }
}

extension ByteWindow {
    /// Calls `visit` for each element of a range, until it returns false; an element that is cut ends the walk.
    mutating func visitElements(
        in range: Range<Int>,
        _ visit: (inout ByteWindow, EBML.Element) throws(MediaProblem) -> Bool
    ) throws(MediaProblem) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            try countPart()
            let element = try element(at: offset, within: range.upperBound)
            guard try visit(&self, element), !element.isOpen else { return }
            if element.isCut { throw .truncated }
            offset = element.content.upperBound
        }
    }

    private mutating func element(at offset: Int, within limit: Int) throws(MediaProblem) -> EBML.Element {
        let idLength = try byte(at: offset).leadingZeroBitCount + 1
        guard idLength <= 4 else { throw .malformed("has bytes between its elements") }
        let id = try number(at: offset, bytes: idLength)
        let sizeStart = offset + idLength
        let lead = try byte(at: sizeStart)
        let sizeLength = lead.leadingZeroBitCount + 1
        guard sizeLength <= 8 else { throw .malformed("has an element without a length") }
        let tail = try number(at: sizeStart + 1, bytes: sizeLength - 1)
        let ones = (1 << (8 - sizeLength)) - 1
        let size = (Int(lead) & ones) << (8 * (sizeLength - 1)) | tail
        let isOpen = size == (1 << (7 * sizeLength)) - 1
        let start = min(sizeStart + sizeLength, limit)
        let isCut = !isOpen && size > limit - start
        return EBML.Element(
            id: id,
            content: start..<(isOpen || isCut ? limit : start + size),
            isOpen: isOpen,
            isCut: isCut
        )
    }

    mutating func unsigned(_ element: EBML.Element) throws(MediaProblem) -> Int {
        guard element.content.count <= 7 else { return Int(clamping: try unsigned64(at: element.content.lowerBound)) }
        return try number(at: element.content.lowerBound, bytes: element.content.count)
    }

    /// A number of four or eight bytes as IEEE 754 has it; nil for any other length.
    mutating func float(_ element: EBML.Element) throws(MediaProblem) -> Double? {
        switch element.content.count {
        case 4:
            let bits = UInt32(clamping: try number(at: element.content.lowerBound, bytes: 4))
            return Double(Float(bitPattern: bits))
        case 8: return Double(bitPattern: try unsigned64(at: element.content.lowerBound))
        default: return nil
        }
    }
}
