import ChildProcesses

/// The author's browser.
struct Browser: Sendable {
    private let command: [String]
    private let environment: [String]

    /// `BROWSER` may be a command with arguments; without it the system decides.
    init(_ environment: [String: String]) {
        let words = (environment["BROWSER"] ?? "").split(separator: " ").map(String.init)
        #if os(macOS)
        command = words.isEmpty ? ["open"] : words
        #else
        command = words.isEmpty ? ["xdg-open"] : words
        #endif
        self.environment = environment.map { "\($0.key)=\($0.value)" }
    }

    /// Why the address cannot be opened; nil when it could be, or when nobody can tell.
    func open(_ address: String) async -> String? {
        let name = command.first ?? ""
        do {
            let ended = try await ChildProcess.run(
                name,
                command.dropFirst() + [address],
                environment: environment
            )
            return ended.exitCode == 0 ? nil : "'\(name)' ended with \(ended.exitCode)"
        } catch {
            return "'\(name)' cannot be started"
        }
    }
}
