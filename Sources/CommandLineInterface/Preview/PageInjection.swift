/// Puts the preview's script into a page as it is served; what is published never has it.
enum PageInjection {
    /// - Parameters:
    ///   - hash: of the page without the script, by which the page knows whether it is still the same.
    ///   - path: from the root of the site.
    ///   - tools: the path of the preview's own files on the server.
    static func page(_ bytes: [UInt8], hash: String, path: String, tools: String) -> [UInt8] {
        let script = """
            <script src="\(tools)preview.js" data-page="\(path.escapedForHTML)" data-hash="\(hash)" \
            data-tools="\(tools)" defer></script>
            """
        let place = lastIndex(of: Array("</body>".utf8), in: bytes) ?? bytes.count
        return Array(bytes[..<place]) + Array(script.utf8) + Array(bytes[place...])
    }

    private static func lastIndex(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...(bytes.count - mark.count)).reversed().first { start in
            bytes[start] == mark[0] && bytes[start..<(start + mark.count)].elementsEqual(mark)
        }
    }
}

extension String {
    /// For text and for attributes in double quotation marks.
    var escapedForHTML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
