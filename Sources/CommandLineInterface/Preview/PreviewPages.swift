import BuiltInFiles
import Diagnostics
import LocatedJSON
import Markup
import Preview
import SiteBuilder
import Synchronization

/// What the server answers: the pages of the site with the preview's script in them, and what that script asks for.
final class PreviewPages: Sendable {
    private let site: LiveSite
    private let editor: EditorLink
    private let terminal: Terminal
    private let state = Mutex(State())

    private struct State {
        var report = DiagnosticReport()
        var failure: String?
        /// The pages that browsers have open or had open, the latest last.
        var open: [String] = []
    }

    private static let mostOpenPages = 2_000

    init(site: LiveSite, terminal: Terminal) {
        self.site = site
        self.terminal = terminal
        editor = EditorLink(terminal.environment)
    }

    /// The latest first: those are the ones that somebody looks at.
    var openPages: [String] { state.withLock { $0.open.reversed() } }

    func note(_ update: LiveUpdate) {
        state.withLock { state in
            state.report = update.report
            state.failure = nil
        }
    }

    func note(failure: String) {
        state.withLock { $0.failure = failure }
    }

    func answer(_ request: PageRequest) async -> Answer {
        request.area == .tool ? await toolAnswer(request) : siteAnswer(request)
    }
}

extension PreviewPages {
    private func siteAnswer(_ request: PageRequest) -> Answer {
        let isFolder = request.path.isEmpty || request.path.hasSuffix("/")
        let path = isFolder ? request.path + "index.html" : request.path
        switch site.file(at: path) {
        case .page(let bytes, let hash): return .content(content(bytes, hash, path))
        case .media(let file): return .content(.file(file))
        case .withheld(let name): return .unavailable(notice("\(name) has errors and was not shown before.", path))
        case nil: break
        }
        if !isFolder, site.file(at: path + "/index.html") != nil { return request.redirectedToFolder }
        guard case .page(let bytes, let hash)? = site.pageForMissing(path) else {
            return .unavailable(notice("The site has errors, and was not without them since the preview began.", path))
        }
        return .missing(page(bytes, hash, path, nearest: site.nearestPage(to: path)))
    }

    private func content(_ bytes: [UInt8], _ hash: String, _ path: String) -> Content {
        let type = MediaType.of(path)
        return type == MediaType.html ? page(bytes, hash, path) : .bytes(bytes, type: type)
    }

    /// - Parameter nearest: the page that may have been meant, where there is none at the path.
    private func page(_ bytes: [UInt8], _ hash: String, _ path: String, nearest: String? = nil) -> Content {
        let injected = PageInjection.page(bytes, hash: hash, path: path, nearest: nearest, tools: tools)
        return .bytes(injected, type: MediaType.html)
    }

    /// A page of the preview's own, in the place of one that cannot be shown.
    private func notice(_ text: String, _ path: String) -> Content {
        var bytes = Array(
            "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Preview</title>\n<body><p>".utf8
        )
        bytes.appendEscaped(text)
        bytes += "</p></body></html>\n".utf8
        return page(bytes, "", path)
    }

    private var tools: String { ServerConfiguration.usualToolPath }
}

extension PreviewPages {
    private func toolAnswer(_ request: PageRequest) async -> Answer {
        switch request.path {
        case "preview.js": return .content(.bytes(Self.script, type: "text/javascript; charset=utf-8"))
        case "findings.json": return .content(json(findings))
        case "state.json": return .content(json(state(of: request.query)))
        case "inspection.json": return .content(json(inspection(of: request.query)))
        case "open" where request.isFromOwnPage: return await openInEditor(request.query)
        default: return .missing(.text("There is nothing at this address.\n"))
        }
    }

    private static let script = BuiltInFile.files(below: "preview/").first { $0.path == "preview.js" }?.bytes ?? []

    private func json(_ writer: JSONWriter) -> Content {
        .bytes(writer.bytes, type: "application/json")
    }

    private var findings: JSONWriter {
        let (report, failure) = state.withLock { ($0.report, $0.failure) }
        return FindingList(report: report, failure: failure, editor: editor).json
    }

    private func inspection(of query: String?) -> JSONWriter {
        var writer = JSONWriter()
        guard let path = QueryFields(query)["page"], let inspection = site.inspection(ofPageAt: path) else {
            writer.null()
            return writer
        }
        inspection.write(to: &writer)
        return writer
    }

    /// Only a place of a finding can be opened, by its number: an address cannot name a file.
    private func openInEditor(_ query: String?) async -> Answer {
        let report = state.withLock { $0.report }
        guard let text = QueryFields(query)["finding"], let number = Int(text),
            let place = FindingList(report: report, failure: nil, editor: editor).place(ofFinding: number)
        else { return .missing(.text("There is no such finding any more.\n")) }
        // An editor may run as long as somebody edits.
        let (editor, terminal) = (editor, terminal)
        Task {
            if await !editor.run(place) { terminal.writeError("warning: the editor of CANDOR_EDITOR failed\n") }
        }
        return .content(.text("Opening.\n"))
    }
}

extension PreviewPages {
    /// What a page hears first.
    var welcome: [ServerEvent] { [event(changedPages: [])] }

    /// Whether a page is still what it would be now; one that was asleep may have missed what was told.
    private func state(of query: String?) -> JSONWriter {
        let fields = QueryFields(query)
        let path = fields["page"] ?? ""
        state.withLock { state in
            state.open.removeAll { $0 == path }
            state.open.append(path)
            if state.open.count > Self.mostOpenPages { state.open.removeFirst() }
        }
        // Where there is no page, the page that says so is what is shown.
        var hash = ""
        if case .page(_, let now)? = site.file(at: path) ?? site.pageForMissing(path) { hash = now }
        var writer = JSONWriter()
        writer.object { json in
            json.member("hash", hash)
            json.member("isChanged", hash != fields["hash"] ?? "")
        }
        return writer
    }

    func event(_ update: LiveUpdate) -> ServerEvent {
        event(
            changedPages: update.changedPages,
            files: update.refiled,
            styles: update.restyled,
            report: update.report
        )
    }

    func event(failure: String) -> ServerEvent { event(changedPages: []) }

    private func event(
        changedPages: [String],
        files: [(earlier: String, now: String)] = [],
        styles: [(earlier: String, now: String)] = [],
        report: DiagnosticReport? = nil
    ) -> ServerEvent {
        let (report, failure) = state.withLock { (report ?? $0.report, $0.failure) }
        var writer = JSONWriter()
        writer.object { json in
            json.member("build", site.build)
            json.key("changed")
            json.strings(changedPages)
            json.key("files")
            json.object { json in for file in files { json.member(file.earlier, file.now) } }
            json.key("styles")
            json.object { json in for style in styles { json.member(style.earlier, style.now) } }
            json.member("errors", report.errorCount + (failure == nil ? 0 : 1))
            json.member("warnings", report.warningCount)
        }
        return ServerEvent(
            id: "\(site.build)",
            name: "build",
            data: String(decoding: writer.bytes, as: UTF8.self)
        )
    }
}

extension PageInspection {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { json in
            json.key("scopes")
            json.array { json in
                for scope in scopes {
                    json.object { json in
                        json.member("id", scope.id)
                        json.member("anchor", scope.anchor)
                        json.key("features")
                        json.strings(scope.features)
                        json.member("isDocumented", scope.isDocumented)
                    }
                }
            }
            json.key("features")
            json.array { json in
                for feature in features {
                    json.object { json in
                        json.member("id", feature.id)
                        if let anchor = feature.anchor { json.member("anchor", anchor) }
                        json.key("scopes")
                        json.strings(feature.scopes)
                        json.key("missing")
                        json.strings(feature.missingScopes)
                        json.member("isDocumented", feature.isDocumented)
                    }
                }
            }
        }
    }
}
