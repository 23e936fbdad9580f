package import Diagnostics

/// Refuses bytes that are no text, so that no later stage has to think of them.
package enum TextCheck {
    package static func accepts(_ file: SourceFile, reporting report: inout DiagnosticReport) -> Bool {
        if let offset = file.bytes.firstIndex(of: 0) {
            report.error(
                "text-has-nul",
                "a NUL byte stands in the text; the file may be damaged, or no text at all",
                at: SourceRange(path: file.path, bytes: ByteRange(offset, offset + 1))
            )
            return false
        }
        guard String(validating: file.bytes, as: UTF8.self) == nil else { return true }
        let offset = firstInvalidOffset(in: file.bytes)
        report.error(
            "text-not-utf8",
            "the text is not valid UTF-8 from this byte on; save the file as UTF-8",
            at: SourceRange(path: file.path, bytes: ByteRange(offset, min(offset + 1, file.bytes.count)))
        )
        return false
    }

    /// The length of a byte-order mark at the start: it is no part of the text.
    static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private static func firstInvalidOffset(in bytes: [UInt8]) -> Int {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded): offset += encoded.count
            case .error, .emptyInput: return offset
            }
        }
    }
}
