package import Diagnostics
package import FileSystem

/// nil after an error at the file where it is too large or no file.
///
/// - Parameters:
///   - noun: what it is read as: `an app manifest`.
///   - limit: how many bytes it may have.
package func readFile(
    _ path: String,
    as noun: String,
    limit: Int,
    reporting report: inout DiagnosticReport
) throws(FileSystemError) -> [UInt8]? {
    switch try readFile(path, limit: limit) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let count):
        report.error(
            "file-too-large",
            "'\(path)' has \(count) bytes, and \(noun) may have \(limit)",
            at: SourceRange(startOf: path)
        )
    case .notAFile:
        report.error("file-not-regular", "'\(path)' is not a file", at: SourceRange(startOf: path))
    }
    return nil
}
