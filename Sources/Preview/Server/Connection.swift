import FileSystem

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One client: what it has sent and what it is still to get.
///
/// Only the event loop's thread touches it.
final class Connection {
    enum Phase: Sendable {
        /// Waits for a request or for the rest of one.
        case reading
        /// The answer is being made; until it is there nothing more is read, so that answers keep their order.
        case answering(RequestHead)
        case sending(closes: Bool)
        case streaming
        /// All is said; the client gets a moment to read it, since closing with unread bytes may take it away again.
        case draining
        case closed
    }

    enum Progress: Sendable {
        case waiting
        case finished
        case failed
    }

    typealias Instant = ContinuousClock.Instant

    private static let drainTime = Duration.seconds(2)
    /// After so many pieces it is another client's turn.
    private static let piecesAtOnce = 4

    let id: Int
    let descriptor: Int32
    private(set) var phase = Phase.reading
    /// When the client has had its time.
    private(set) var deadline: Instant?
    /// When it last began to wait for a request.
    private(set) var idleSince: Instant
    private let limits: ServerLimits
    private var reader: RequestReader
    private var output: [UInt8] = []
    private var sentCount = 0
    private var body = ResponseBody.nothing

    init(id: Int, descriptor: Int32, limits: ServerLimits, now: Instant) {
        self.id = id
        self.descriptor = descriptor
        self.limits = limits
        reader = RequestReader(limits: limits)
        deadline = now + limits.headTime
        idleSince = now
    }

    func close() {
        guard !isClosed else { return }
        phase = .closed
        closeDescriptor(descriptor)
    }

    var isClosed: Bool { if case .closed = phase { true } else { false } }
    var isStream: Bool { if case .streaming = phase { true } else { false } }
    private var isReading: Bool { if case .reading = phase { true } else { false } }

    /// Whether the client is between two requests.
    var isIdle: Bool { isReading && !reader.hasPart }
    var hasPartOfRequest: Bool { isReading && reader.hasPart }

    /// What the loop waits for; errors and the end of the connection are told in any case.
    var awaitedEvents: Int32 {
        switch phase {
        case .reading, .draining: POLLIN
        case .sending: POLLOUT
        case .streaming: hasOutput ? POLLIN | POLLOUT : POLLIN
        case .answering, .closed: 0
        }
    }
}

extension Connection {
    /// Takes what has come; false when the client has ended.
    func receive(_ scratch: inout [UInt8], now: Instant) -> Bool {
        switch Socket.receive(from: descriptor, into: &scratch) {
        case .notNow: return true
        case .ended: return false
        case .bytes(let count):
            guard isReading else { return true }
            if !reader.hasPart { deadline = now + limits.headTime }
            reader.append(scratch[..<count])
            return true
        }
    }

    /// The next request, if it is here; then nothing is read until it is answered.
    func nextRequest() throws(Refusal) -> RequestHead? {
        guard let head = try reader.next() else { return nil }
        phase = .answering(head)
        deadline = nil
        return head
    }

    func begin(_ response: Response, now: Instant) {
        output = response.headBytes()
        sentCount = 0
        body = response.body
        phase = .sending(closes: response.closes)
        deadline = now + limits.stallTime
        // A page goes out together with its head.
        fill()
    }

    func beginStream(_ first: [UInt8], now: Instant) -> Bool {
        reader = RequestReader(limits: limits)
        output = Response.eventStream.headBytes() + first
        sentCount = 0
        phase = .streaming
        return flush(now)
    }

    /// Sends a message to a page that listens; false when it does not read or is gone.
    func push(_ bytes: [UInt8], now: Instant) -> Bool {
        guard output.count - sentCount + bytes.count <= limits.streamBacklog else { return false }
        output.removeFirst(sentCount)
        sentCount = 0
        output += bytes
        return flush(now)
    }

    func flush(_ now: Instant) -> Bool {
        let wasWaiting = deadline != nil
        let before = sentCount
        guard let isSent = sendOutput() else { return false }
        if isSent {
            deadline = nil
        } else if !wasWaiting || sentCount > before {
            deadline = now + limits.stallTime
        }
        return true
    }

    func transmit(_ now: Instant) -> Progress {
        for _ in 0..<Self.piecesAtOnce {
            let before = sentCount
            guard let isSent = sendOutput() else { return .failed }
            if isSent || sentCount > before { deadline = now + limits.stallTime }
            guard isSent else { return .waiting }
            guard body.byteCount > 0 else { return .finished }
            guard fill() else { return .failed }
        }
        return .waiting
    }

    func awaitRequest(now: Instant) {
        phase = .reading
        body = .nothing
        deadline = now + (reader.hasPart ? limits.headTime : limits.idleTime)
        idleSince = now
    }

    func drain(now: Instant) {
        phase = .draining
        body = .nothing
        shutdown(descriptor, Int32(SHUT_WR))
        deadline = now + Self.drainTime
    }

    private var hasOutput: Bool { sentCount < output.count }

    @discardableResult
    private func fill() -> Bool {
        body.byteCount == 0 || body.movePiece(to: &output)
    }

    /// Whether all is sent; nil when the connection is broken.
    private func sendOutput() -> Bool? {
        while hasOutput {
            switch Socket.transmit(output[sentCount...], to: descriptor) {
            case .bytes(let count): sentCount += count
            case .notNow: return false
            case .ended: return nil
            }
        }
        output = []
        sentCount = 0
        return true
    }
}
