/// A box of the ISO base media file format (ISO/IEC 14496-12, section 4.2): a name, and what is in it.
struct Box {
    /// Such as `moov` or `trak`.
    let type: String
    let content: Range<Int>
}

extension ByteWindow {
    /// Calls `visit` for each box of a range; a box that is longer than the range is cut to it and ends the walk.
    ///
    /// Boxes are visited level by level, by readers that know which ones they look for, so nothing recurses.
    mutating func visitBoxes(
        in range: Range<Int>,
        _ visit: (inout ByteWindow, Box) throws(MediaProblem) -> Void
    ) throws(MediaProblem) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            try countPart()
            let (box, end) = try box(at: offset, within: range.upperBound)
            try visit(&self, box)
            if end > range.upperBound { throw .truncated }
            offset = end
        }
    }

    private mutating func box(at offset: Int, within limit: Int) throws(MediaProblem) -> (Box, end: Int) {
        let short = try number(at: offset, bytes: 4)
        let type = try name(at: offset + 4)
        var header = 8
        var length = short
        if short == 1 {
            // A length beyond what any disk holds is beyond the end of the file as well.
            length = Int(clamping: try unsigned64(at: offset + 8))
            header = 16
        } else if short == 0 {
            length = limit - offset
        }
        guard length >= header else {
            throw .malformed("has a box '\(type.printable)' that is shorter than its header")
        }
        let (end, isBeyond) = offset.addingReportingOverflow(length)
        let contentStart = min(offset + header, limit)
        return (
            Box(type: type, content: contentStart..<max(contentStart, isBeyond ? limit : min(end, limit))),
            isBeyond ? Int.max : end
        )
    }
}

extension String {
    /// With marks in place of what a terminal would obey.
    fileprivate var printable: String {
        String(decoding: utf8.map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
