import Dispatch
import FileSystem
import Synchronization

/// Tells when something happens in folders and in what stands below them, until it is stopped.
///
/// The system tells of it where it can; elsewhere the folders are looked through twice a second. What happens in quick
/// succession, as a save in several steps or a change of branches, is told as one.
package final class FolderWatch: Sendable {
    package enum Event: Sendable, Hashable {
        /// Files and folders at which something happened, written as the watched folders are.
        case changes(Set<String>)
        /// So much happened, or in such a way, that nobody can tell where.
        case everything
        /// The folders are looked through from now on, and why; a sentence with its remedy.
        case isPolling(String)
    }

    package struct Settings: Sendable {
        /// How long nothing has to happen before it is told what happened.
        package var quiet: Duration = .milliseconds(50)
        /// How long it may take at most to tell what happened first.
        package var longestWait: Duration = .milliseconds(500)
        /// Between two looks, where the system does not tell.
        package var pollInterval: Duration = .milliseconds(500)
        /// Whether the system is not even asked.
        package var alwaysPolls = false

        package init() {}
    }

    /// Closed to wake the thread; nil where there was no descriptor left for it.
    private let wakeUp: Int32?
    private let ended = DispatchSemaphore(value: 0)
    private let isStopped = Atomic<Bool>(false)

    /// - Parameters:
    ///   - folders: with or without anything in their places yet.
    ///   - tell: called on a thread of the watch, one event after the other.
    package init(_ folders: [String], _ settings: Settings = Settings(), tell: @escaping @Sendable (Event) -> Void) {
        let pipe = makePipe()
        wakeUp = pipe?.writeEnd
        let ended = ended
        let loop = WatchLoop(folders: folders, settings: settings, wakeUp: pipe?.readEnd ?? -1, tell: tell)
        DispatchQueue(label: "candor.watch", qos: .userInitiated).async {
            loop.run()
            ended.signal()
        }
    }

    deinit { stop() }

    /// Nothing is told any more when this returns.
    package func stop() {
        guard !isStopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
        if let wakeUp { closeDescriptor(wakeUp) }
        ended.wait()
    }
}
