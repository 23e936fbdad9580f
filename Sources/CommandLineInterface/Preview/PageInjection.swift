import Markup

/// Puts the preview's script into a page as it is served; what is published never has it.
enum PageInjection {
    /// - Parameters:
    ///   - hash: of the page without the script, by which the page knows whether it is still the same.
    ///   - path: from the root of the site.
    ///   - nearest: the page that may have been meant.
    ///   - tools: the path of the preview's own files on the server.
    static func page(_ bytes: [UInt8], hash: String, path: String, nearest: String?, tools: String) -> [UInt8] {
        let end = lastIndex(of: Array("</body>".utf8), in: bytes) ?? bytes.count
        var page = Array(bytes[..<end])
        page += "<script src=\"\(tools)preview.js\" data-page=\"".utf8
        page.appendEscaped(path)
        if let nearest {
            page += "\" data-nearest=\"".utf8
            page.appendEscaped(nearest)
        }
        page += "\" data-hash=\"\(hash)\" data-tools=\"\(tools)\" defer></script>".utf8
        return page + bytes[end...]
    }

    private static func lastIndex(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...(bytes.count - mark.count)).reversed().first { start in
            bytes[start] == mark[0] && bytes[start..<(start + mark.count)].elementsEqual(mark)
        }
    }
}
