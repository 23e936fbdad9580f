/// The media types of what a site is made of.
package enum MediaType {
    package static let html = "text/html; charset=utf-8"
    static let plainText = "text/plain; charset=utf-8"

    private static let known: [String: String] = [
        "avif": "image/avif", "bmp": "image/bmp", "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8",
        "gif": "image/gif", "htm": html, "html": html, "ico": "image/x-icon", "jpeg": "image/jpeg",
        "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8", "json": "application/json",
        "m4a": "audio/mp4", "m4v": "video/mp4", "map": "application/json", "md": "text/markdown; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "mov": "video/quicktime", "mp3": "audio/mpeg", "mp4": "video/mp4",
        "ogg": "audio/ogg", "ogv": "video/ogg", "otf": "font/otf", "pdf": "application/pdf", "png": "image/png",
        "rss": "application/rss+xml", "svg": "image/svg+xml; charset=utf-8", "ttf": "font/ttf", "txt": plainText,
        "vtt": "text/vtt; charset=utf-8", "wasm": "application/wasm", "wav": "audio/wav", "webm": "video/webm",
        "webmanifest": "application/manifest+json", "webp": "image/webp", "woff": "font/woff",
        "woff2": "font/woff2", "xml": "text/xml; charset=utf-8", "zip": "application/zip",
    ]

    /// By the extension of a path, in capitals or not.
    package static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return known[name[dot...].dropFirst().lowercased()] ?? "application/octet-stream"
    }
}
