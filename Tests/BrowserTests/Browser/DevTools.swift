import Foundation
import Synchronization

/// An object of the DevTools protocol, kept as the JSON that it came as.
struct DevToolsObject: Sendable {
    private let text: Data

    init(_ text: Data) {
        self.text = text
    }

    private var members: [String: Any] {
        (try? JSONSerialization.jsonObject(with: text)) as? [String: Any] ?? [:]
    }

    func string(_ name: String) -> String { members[name] as? String ?? "" }
    func integer(_ name: String) -> Int { members[name] as? Int ?? 0 }
    func has(_ name: String) -> Bool { members[name] != nil }

    func object(_ name: String) -> DevToolsObject {
        let value = members[name] as? [String: Any] ?? [:]
        return DevToolsObject((try? JSONSerialization.data(withJSONObject: value)) ?? Data())
    }

    func isTrue(_ name: String) -> Bool { members[name] as? Bool ?? false }

    func objects(_ name: String) -> [DevToolsObject] {
        (members[name] as? [[String: Any]] ?? []).map {
            DevToolsObject((try? JSONSerialization.data(withJSONObject: $0)) ?? Data())
        }
    }

    var description: String { String(decoding: text, as: UTF8.self) }
}

/// The messages between a test and a browser: calls with answers, and events that are kept.
final class DevTools: Sendable {
    struct Event: Sendable {
        let session: String
        let method: String
        let parameters: DevToolsObject
    }

    struct Failure: Error {
        let method: String
        let message: String
    }

    private struct State {
        var nextID = 1
        var waiting: [Int: CheckedContinuation<DevToolsObject, any Error>] = [:]
        var events: [Event] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let input: FileHandle
    private let output: FileHandle

    init(input: FileHandle, output: FileHandle) {
        self.input = input
        self.output = output
        Thread.detachNewThread { [self] in read() }
    }

    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values { continuation.resume(throwing: Failure(method: "", message: "closed")) }
        try? input.close()
    }

    func events(of session: String) -> [Event] { state.withLock { $0.events.filter { $0.session == session } } }

    func call(
        _ method: String,
        _ parameters: [String: any Sendable] = [:],
        session: String? = nil
    ) async throws -> DevToolsObject {
        try await withCheckedThrowingContinuation { continuation in
            let id: Int? = state.withLock { state in
                guard !state.isClosed else { return nil }
                defer { state.nextID += 1 }
                state.waiting[state.nextID] = continuation
                return state.nextID
            }
            guard let id else { return continuation.resume(throwing: Failure(method: method, message: "closed")) }
            var message: [String: Any] = ["id": id, "method": method, "params": parameters]
            if let session { message["sessionId"] = session }
            let text = (try? JSONSerialization.data(withJSONObject: message)) ?? Data()
            try? input.write(contentsOf: text + [0])
        }
    }

    private func read() {
        var rest = Data()
        while true {
            let piece = output.availableData
            guard !piece.isEmpty else { return close() }
            rest += piece
            while let end = rest.firstIndex(of: 0) {
                take(Data(rest[..<end]))
                rest = Data(rest[(end + 1)...])
            }
        }
    }

    private func take(_ text: Data) {
        let message = DevToolsObject(text)
        guard message.has("id") else {
            let event = Event(
                session: message.string("sessionId"),
                method: message.string("method"),
                parameters: message.object("params")
            )
            return state.withLock { $0.events.append(event) }
        }
        let continuation = state.withLock { $0.waiting.removeValue(forKey: message.integer("id")) }
        if message.has("error") {
            continuation?.resume(throwing: Failure(method: "", message: message.object("error").string("message")))
        } else {
            continuation?.resume(returning: message.object("result"))
        }
    }
}
