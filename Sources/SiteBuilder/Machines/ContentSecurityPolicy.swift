/// What a page may load: files of the site, and players of videos that it names; no code or style that stands in a page.
struct ContentSecurityPolicy: Sendable {
    /// Plain names of hosts.
    let frameHosts: [String]

    /// As a page carries it.
    ///
    /// Some browsers do not count the files of a folder as of the same origin: they get `file:`,
    /// which pages that came from a server cannot load anyhow.
    var ofPage: String { text(own: "'self' file:") }

    /// As a server sends it for every page of the site; only there can it be said who may show a page in a frame.
    var ofServer: String { text(own: "'self'") + "; frame-ancestors 'self'" }

    private func text(own: String) -> String {
        let loads = ["script-src", "style-src", "img-src", "media-src", "font-src"].map { "\($0) \(own)" }
        let hosts = frameHosts.map { "https://\($0)" }.joined(separator: " ")
        let frames = hosts.isEmpty ? [] : ["frame-src \(hosts)"]
        let rest = ["base-uri 'none'", "form-action 'self'"]
        return (["default-src 'none'"] + loads + ["connect-src 'self'"] + frames + rest).joined(separator: "; ")
    }
}
