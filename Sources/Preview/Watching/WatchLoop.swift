import FileSystem

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The one thread of a watch: it waits for the system or for the next look, gathers, and tells.
struct WatchLoop: Sendable {
    let folders: [String]
    let settings: FolderWatch.Settings
    /// Readable when the watch is to end.
    let wakeUp: Int32
    let tell: @Sendable (FolderWatch.Event) -> Void

    func run() {
        defer { if wakeUp >= 0 { closeDescriptor(wakeUp) } }
        #if os(Linux)
        if let reason = reasonToPoll {
            if !settings.alwaysPolls { tell(.isPolling(reason)) }
        } else {
            switch waitForNotices() {
            case .isStopped: return
            case .limit(let reason): tell(.isPolling(reason))
            }
        }
        #endif
        lookThroughFolders()
    }

    /// What an editor made for a moment and has removed again was never content.
    private func tellGathered(_ event: FolderWatch.Event) {
        guard case .changes(let paths) = event else { return tell(event) }
        let lasting = paths.filter { !IgnoredFile.isGoneAgain($0) }
        if !lasting.isEmpty { tell(.changes(lasting)) }
    }

    private enum End {
        case isStopped
        /// The system cannot tell any more, and why.
        case limit(String)
    }

    /// Looks through the folders from time to time.
    private func lookThroughFolders() {
        var gathering = Gathering(settings)
        var scans = folders.map { FolderScan($0) }
        while true {
            switch wait(for: nil, atMost: gathering.timeLeft(from: .now) ?? settings.pollInterval) {
            case .wakeUp: return
            case .notice, .time: break
            }
            for index in scans.indices {
                let later = FolderScan(folders[index])
                gathering.add(later.changes(since: scans[index]), at: .now)
                scans[index] = later
            }
            if let event = gathering.due(at: .now) { tellGathered(event) }
        }
    }

    private enum Woken {
        case wakeUp, notice, time
    }

    /// Waits for one of two descriptors, or for the time to pass; nil waits for ever.
    private func wait(for descriptor: Int32?, atMost time: Duration?) -> Woken {
        var waited = [pollfd(fd: wakeUp, events: Int16(POLLIN), revents: 0)]
        if let descriptor { waited.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
        // Rounded up, or a wait would end just before the time that it was for.
        let milliseconds = time.map { Int32(clamping: Int64(($0 / .milliseconds(1)).rounded(.up))) } ?? -1
        let count = unsafe poll(&waited, nfds_t(waited.count), max(-1, milliseconds))
        if count < 0, errno != EINTR { return .wakeUp }
        if count > 0, waited[0].revents != 0 { return .wakeUp }
        return count > 0 ? .notice : .time
    }
}

#if os(Linux)
extension WatchLoop {
    private var reasonToPoll: String? {
        if settings.alwaysPolls { return "asked for" }
        return folders.lazy.compactMap { folder in
            FileSystemKind.of(folder).map { kind in
                "'\(folder)' is on a file system (\(kind)) that does not tell of changes made elsewhere, so it is "
                    + "looked through twice a second; work on a local disk to be quicker"
            }
        }
        .first
    }

    /// Waits for what the system tells.
    private func waitForNotices() -> End {
        let notices: FolderNotices
        do throws(FolderNotices.Limit) {
            notices = try FolderNotices()
        } catch {
            return .limit(error.description)
        }
        defer { notices.close() }
        var tree = WatchedTree(notices)
        var gathering = Gathering(settings)
        do throws(FolderNotices.Limit) {
            for folder in folders { try tree.add(folder) }
            while true {
                // A folder that is not there, or was taken away, is looked for from time to time, and so is where a
                // link leads, since nobody tells of links that are exchanged.
                let absent = folders.filter { !tree.has($0) || tree.leadsElsewhere($0) }
                let isQuiet = absent.isEmpty && !folders.contains { FileStatus.of($0)?.kind == .symbolicLink }
                let pause = gathering.timeLeft(from: .now) ?? (isQuiet ? nil : settings.pollInterval)
                switch wait(for: notices.descriptor, atMost: pause) {
                case .wakeUp: return .isStopped
                case .notice: try tree.take(notices.read()) { gathering.add($0, at: .now) }
                case .time: break
                }
                for folder in absent where try tree.add(folder) { gathering.add([folder], at: .now) }
                if let event = gathering.due(at: .now) { tellGathered(event) }
            }
        } catch {
            // What was missed meanwhile is unknown.
            tell(.everything)
            return .limit(error.description)
        }
    }
}
#endif
