#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Waits for all sockets at once and does what is due; one thread, which never waits for anything else.
///
/// `poll` looks at every socket each time, which at two thousand of them takes a tenth of a millisecond.
final class EventLoop {
    typealias Instant = ContinuousClock.Instant

    private let listeners: Listeners
    private let mailbox: Mailbox
    private let site: ServedSite
    private let limits: ServerLimits
    private var connections: [Int: Connection] = [:]
    private var streamCount = 0
    private var nextID = 0
    private var now = Instant.now
    private var nextHeartbeat: Instant
    /// Until then no client is accepted, since the machine has no descriptor for it.
    private var acceptsFrom = Instant.now
    private var scratch = [UInt8](repeating: 0, count: 1 << 14)
    private var isStopping = false

    init(_ listeners: Listeners, _ mailbox: Mailbox, _ site: ServedSite, _ limits: ServerLimits) {
        self.listeners = listeners
        self.mailbox = mailbox
        self.site = site
        self.limits = limits
        nextHeartbeat = now + limits.heartbeatInterval
    }

    func run() {
        while true {
            now = .now
            for message in mailbox.takeAll() { handle(message) }
            guard !isStopping else { break }
            beatIfDue()
            let nextDeadline = expire()
            waitForEvents(until: nextDeadline)
        }
        for connection in connections.values { connection.close() }
        listeners.closeAll()
        mailbox.close()
    }

    private func handle(_ message: Mailbox.Message) {
        switch message {
        case .stop: isStopping = true
        case .event(let event): pushToAll(event.bytes)
        case .response(let response, let id):
            guard let connection = connections[id] else { return }
            connection.begin(response, now: now)
            advance(connection)
        }
    }

    private func close(_ connection: Connection) {
        if connection.isStream { streamCount -= 1 }
        connection.close()
        connections[connection.id] = nil
    }

    private func pushToAll(_ bytes: [UInt8]) {
        for connection in Array(connections.values) where connection.isStream {
            if !connection.push(bytes, now: now) { close(connection) }
        }
    }
}

/// What is due at a time.
extension EventLoop {
    private static let acceptPause = Duration.milliseconds(100)
    /// How long a client may be idle while others wait for its place.
    private static let crowdedIdleTime = Duration.seconds(1)

    private var isCrowded: Bool { connections.count - streamCount >= limits.connectionCount }

    private func beatIfDue() {
        guard now >= nextHeartbeat else { return }
        pushToAll(ServerEvent.heartbeat)
        nextHeartbeat = now + limits.heartbeatInterval
    }

    /// Ends what has had its time, and tells when the next one has.
    private func expire() -> Instant {
        var next = nextHeartbeat
        for connection in Array(connections.values) {
            if let deadline = effectiveDeadline(of: connection), deadline <= now { expire(connection) }
            guard !connection.isClosed, let deadline = effectiveDeadline(of: connection) else { continue }
            next = min(next, deadline)
        }
        return next
    }

    private func effectiveDeadline(of connection: Connection) -> Instant? {
        guard let deadline = connection.deadline, isCrowded, connection.isIdle else { return connection.deadline }
        return min(deadline, connection.idleSince + Self.crowdedIdleTime)
    }

    private func expire(_ connection: Connection) {
        guard connection.hasPartOfRequest else { return close(connection) }
        let reason = "the request did not end within \(limits.headTime)"
        connection.begin(Response(Refusal(.requestTimeout, reason, closes: true)), now: now)
        advance(connection)
    }
}

/// What comes from the sockets.
extension EventLoop {
    private func waitForEvents(until deadline: Instant) {
        var deadline = deadline
        var entries = [pollfd(fd: mailbox.readEnd, events: Int16(POLLIN), revents: 0)]
        let isAccepting = !isCrowded && now >= acceptsFrom
        if isAccepting {
            entries += listeners.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        } else if !isCrowded {
            deadline = min(deadline, acceptsFrom)
        }
        let listenerRange = 1..<entries.count
        let polled = Array(connections.values)
        entries += polled.map { pollfd(fd: $0.descriptor, events: Int16($0.awaitedEvents), revents: 0) }
        guard unsafe poll(&entries, nfds_t(entries.count), milliseconds(until: deadline)) > 0 else { return }
        now = .now
        for (connection, entry) in zip(polled, entries[listenerRange.upperBound...]) where entry.revents != 0 {
            attend(connection, Int32(entry.revents))
        }
        for entry in entries[listenerRange] where entry.revents != 0 { acceptClients(of: entry.fd) }
    }

    /// Rounded up, since waking too early means to look again for nothing.
    private func milliseconds(until deadline: Instant) -> Int32 {
        let (seconds, attoseconds) = (deadline - now).components
        return max(0, Int32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
    }

    private func acceptClients(of listener: Int32) {
        while !isCrowded {
            let descriptor = Socket.nextClient(of: listener)
            guard descriptor >= 0 else {
                if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) { acceptsFrom = now + Self.acceptPause }
                return
            }
            connections[nextID] = Connection(id: nextID, descriptor: descriptor, limits: limits, now: now)
            nextID += 1
        }
    }

    private func attend(_ connection: Connection, _ events: Int32) {
        switch connection.phase {
        case .reading:
            guard connection.receive(&scratch, now: now) else { return close(connection) }
            advance(connection)
        case .sending:
            advance(connection)
        case .streaming:
            let isAlive =
                (events & POLLOUT == 0 || connection.flush(now))
                && (events & ~POLLOUT == 0 || connection.receive(&scratch, now: now))
            if !isAlive { close(connection) }
        case .draining:
            if !connection.receive(&scratch, now: now) { close(connection) }
        case .answering:
            // Nothing was waited for but the end of the connection.
            close(connection)
        case .closed:
            return
        }
    }
}

/// What is answered.
extension EventLoop {
    /// Reads and answers as much as can be at the moment; a loop, since a client may send many requests at once.
    private func advance(_ connection: Connection) {
        while true {
            switch connection.phase {
            case .reading:
                guard takeRequest(of: connection) else { return }
            case .sending(let closes):
                guard transmit(connection, closes: closes) else { return }
            case .answering, .streaming, .draining, .closed:
                return
            }
        }
    }

    /// False when more bytes are needed.
    private func takeRequest(of connection: Connection) -> Bool {
        var request: RequestHead?
        do throws(Refusal) {
            request = try connection.nextRequest()
            guard let request else { return false }
            try answer(request, connection)
        } catch {
            connection.begin(Response(error, to: request), now: now)
        }
        return true
    }

    private func transmit(_ connection: Connection, closes: Bool) -> Bool {
        switch connection.transmit(now) {
        case .waiting: return false
        case .failed: close(connection)
        case .finished where closes: connection.drain(now: now)
        case .finished: connection.awaitRequest(now: now)
        }
        return true
    }

    private func answer(_ request: RequestHead, _ connection: Connection) throws(Refusal) {
        switch try site.policy.destination(of: request) {
        case .redirect(let path, let query):
            connection.begin(Response(.found, to: path, query: query, for: request), now: now)
        case .events where request.method == "HEAD":
            connection.begin(.eventStream, now: now)
        case .events(let lastID):
            guard streamCount < limits.streamCount else {
                throw Refusal(.serviceUnavailable, "too many pages listen already", closes: true)
            }
            streamCount += 1
            let first = site.welcome(lastID).reduce(into: ServerEvent.retry) { $0 += $1.bytes }
            if !connection.beginStream(first, now: now) { close(connection) }
        case .page(let page):
            site.answer(page, request, connection: connection.id, to: mailbox)
        }
    }
}
