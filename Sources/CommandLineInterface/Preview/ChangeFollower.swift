import Diagnostics
import FileSystem
import FoundationEssentials
import LocatedJSON
import Preview
import SiteBuilder

/// Takes in what the author changes, one batch after the other, and tells the browser and the terminal what came of it.
struct ChangeFollower: Sendable {
    let site: LiveSite
    let server: PreviewServer
    let pages: PreviewPages
    let changes: ChangeQueue
    let terminal: Terminal
    /// The path that the server serves the site under.
    let basePath: String

    /// - Parameter addresses: shown last, after all that was found at the start.
    func run(addresses: String) async {
        await take(ChangeQueue.Batch(changes: .all, paths: []), isFirst: true)
        terminal.write(addresses)
        await changes.forEach { await take($0) }
    }

    private func take(_ batch: ChangeQueue.Batch, isFirst: Bool = false) async {
        let start = ContinuousClock.now
        do {
            let update = try await site.update(batch.changes, watching: pages.openPages)
            pages.note(update)
            server.send(pages.event(update))
            show(update, batch, ContinuousClock.now - start, isFirst: isFirst)
        } catch {
            // A folder that was taken away may come back; the last state is shown until then.
            terminal.writeError("candor: \(error.description)\n")
            pages.note(failure: error.description)
            server.send(pages.event(failure: error.description))
        }
    }

    private func show(_ update: LiveUpdate, _ batch: ChangeQueue.Batch, _ duration: Duration, isFirst: Bool) {
        if !update.report.isEmpty {
            terminal.writeError(TextRenderer(style: terminal.style).render(update.report, sources: readSource))
        }
        if site.basePath != basePath {
            terminal.writeError(
                "note: \"baseURL\" has the path '\(site.basePath)' now, and the preview is served under '\(basePath)'; "
                    + "start it again to change that\n"
            )
        }
        let found = update.report.isEmpty ? "no problems found" : TextRenderer.closingLine(of: update.report)
        let what = isFirst ? counted(update.integrationCount, "integration") : Self.words(for: batch.paths)
        terminal.write("\(Self.time()) \(what): \(found), \(milliseconds(duration))\n")
    }

    /// `Content/integrations/acme/index.md` or `3 files`.
    private static func words(for paths: Set<String>) -> String {
        paths.count == 1 ? paths.first ?? "" : counted(paths.count, "file")
    }

    private static func time() -> String {
        let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
        return [parts.hour, parts.minute, parts.second].map { number in
            let text = String(number ?? 0)
            return text.count < 2 ? "0\(text)" : text
        }
        .joined(separator: ":")
    }
}
