import Synchronization

/// Open as long as no listing has an error.
final class RenderingGate: Sendable {
    private let isClosed = Atomic<Bool>(false)

    var isOpen: Bool { !isClosed.load(ordering: .relaxed) }

    func close() {
        isClosed.store(true, ordering: .relaxed)
    }
}
