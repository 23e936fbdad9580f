import FileSystem
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How other threads speak to the event loop: they leave a message, and a byte in a pipe wakes it.
final class Mailbox: Sendable {
    enum Message: Sendable {
        case response(Response, connection: Int)
        case event(ServerEvent)
        case stop
    }

    private struct State {
        var messages: [Message] = []
        /// -1 once the loop has ended.
        var writeEnd: Int32
    }

    /// Readable while there is something to take.
    let readEnd: Int32
    private let state: Mutex<State>

    init() throws(ServerError) {
        guard let pipe = makePipe() else { throw .notPossible(host: "localhost", port: 0, code: errno) }
        for end in [pipe.readEnd, pipe.writeEnd] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        readEnd = pipe.readEnd
        state = Mutex(State(writeEnd: pipe.writeEnd))
    }

    /// After the loop has ended, a message is lost, as its connection is.
    func post(_ message: Message) {
        state.withLock { state in
            guard state.writeEnd >= 0 else { return }
            state.messages.append(message)
            guard state.messages.count == 1 else { return }
            var byte: UInt8 = 0
            _ = unsafe write(state.writeEnd, &byte, 1)
        }
    }

    func takeAll() -> [Message] {
        state.withLock { state in
            guard !state.messages.isEmpty else { return [] }
            var byte: UInt8 = 0
            _ = unsafe read(readEnd, &byte, 1)
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Under the lock: a thread that is late must not write into whatever gets the number of the descriptor next.
    func close() {
        state.withLock { state in
            guard state.writeEnd >= 0 else { return }
            closeDescriptor(state.writeEnd)
            closeDescriptor(readEnd)
            state.writeEnd = -1
            state.messages = []
        }
    }
}
