import Foundation

/// One tab of a browser.
final class Tab: Sendable {
    private let connection: DevTools
    private let session: String

    struct TimedOut: Error {
        let condition: String
        let state: String
    }

    struct ScriptError: Error {
        let text: String
    }

    init(connection: DevTools, session: String) {
        self.connection = connection
        self.session = session
    }

    func call(_ method: String, _ parameters: [String: any Sendable] = [:]) async throws -> DevToolsObject {
        try await connection.call(method, parameters, session: session)
    }

    func go(to url: String) async throws {
        let answer = try await call("Page.navigate", ["url": url])
        if answer.has("errorText") { throw ScriptError(text: "\(url): \(answer.string("errorText"))") }
        let isThere = url == "about:blank" ? "true" : "location.href !== 'about:blank'"
        try await wait(until: "document.readyState === 'complete' && \(isThere)")
    }

    /// What an expression comes to, as text; promises are awaited.
    func value(_ expression: String) async throws -> String {
        let answer = try await call(
            "Runtime.evaluate",
            [
                "expression": "(async () => String(await (\(expression))))()", "awaitPromise": true,
                "returnByValue": true,
            ]
        )
        guard !answer.has("exceptionDetails") else {
            throw ScriptError(text: answer.object("exceptionDetails").description)
        }
        return answer.object("result").string("value")
    }

    func isTrue(_ expression: String) async throws -> Bool { try await value(expression) == "true" }

    /// Looks again and again; an expression that fails while a page is being replaced counts as not true.
    func wait(until condition: String, seconds: Double = 120) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while (try? await isTrue(condition)) != true {
            guard ContinuousClock.now < end else {
                let state = (try? await value("location.href + ' ' + document.body?.innerText.slice(0, 400)")) ?? ""
                throw TimedOut(condition: condition, state: state)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// The codes of keys for which the browser itself does something, and what they type.
    private static let keys: [String: (code: Int, text: String)] = [
        "Tab": (9, ""), "Enter": (13, "\r"), "Escape": (27, ""), " ": (32, " "), "End": (35, ""), "Home": (36, ""),
        "ArrowLeft": (37, ""), "ArrowRight": (39, ""),
    ]

    /// - Parameters:
    ///   - modifiers: 2 is the control key.
    ///   - code: what the browser itself listens to, such as 27 for Escape, where the key's own is not known here.
    func press(_ key: String, modifiers: Int = 0, code: Int = 0) async throws {
        for type in ["keyDown", "keyUp"] {
            var event: [String: any Sendable] = [
                "type": type, "key": key, "modifiers": modifiers, "windowsVirtualKeyCode": code,
            ]
            if let (code, text) = Self.keys[key] {
                event["windowsVirtualKeyCode"] = code
                if type == "keyDown", !text.isEmpty { event["text"] = text }
            }
            _ = try await call("Input.dispatchKeyEvent", event)
        }
    }

    /// Presses and lets go where an element is.
    func click(_ selector: String) async throws {
        let place = try await value(
            """
            (() => {
              const element = document.querySelector('\(selector)');
              element.scrollIntoView({ block: 'center', behavior: 'instant' });
              const box = element.getBoundingClientRect();
              return [box.left + box.width / 2, box.top + box.height / 2].join(' ');
            })()
            """
        )
        .split(separator: " ").compactMap { Double($0) }
        guard place.count == 2 else { throw ScriptError(text: "\(selector) is nowhere") }
        for type in ["mousePressed", "mouseReleased"] {
            _ = try await call(
                "Input.dispatchMouseEvent",
                ["type": type, "x": place[0], "y": place[1], "button": "left", "clickCount": 1]
            )
        }
    }

    /// The addresses that were asked for since the tab was opened.
    var requests: [String] {
        connection.events(of: session).filter { $0.method == "Network.requestWillBeSent" }
            .map { $0.parameters.object("request").string("url") }
    }

    /// What went wrong in scripts or was refused by the browser.
    var complaints: [String] {
        connection.events(of: session).compactMap { event in
            switch event.method {
            case "Runtime.exceptionThrown": event.parameters.description
            case "Log.entryAdded" where event.parameters.object("entry").string("level") == "error":
                event.parameters.object("entry").description
            default: nil
            }
        }
    }

    /// A photograph of what can be seen, as PNG.
    func photograph() async throws -> Data {
        let answer = try await call("Page.captureScreenshot", ["format": "png"])
        return Data(base64Encoded: answer.string("data")) ?? Data()
    }
}
