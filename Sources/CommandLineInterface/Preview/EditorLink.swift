import ChildProcesses
import FileSystem
import SiteBuilder

/// Opens a place in the author's editor: `CANDOR_EDITOR` is an address or a command with `{file}`, `{line}`, `{column}`.
struct EditorLink: Sendable {
    private enum Way: Sendable {
        case address(String)
        case command([String])
    }

    private let way: Way
    private let environment: [String]

    init(_ environment: [String: String]) {
        self.environment = environment.map { "\($0.key)=\($0.value)" }
        let text = environment["CANDOR_EDITOR"] ?? ""
        let words = text.split(separator: " ").map(String.init)
        if text.contains("://") {
            way = .address(text)
        } else if words.isEmpty {
            way = .address("vscode://file{file}:{line}:{column}")
        } else {
            way = .command(words.contains { $0.contains("{file}") } ? words : words + ["{file}"])
        }
    }

    /// An address that the browser itself hands to the editor; nil where a command opens it.
    func url(of place: FindingList.Place) -> String? {
        guard case .address(let template) = way else { return nil }
        return filled(template, place, percentEncoded)
    }

    /// Whether the command could be run and did not fail at once.
    func run(_ place: FindingList.Place) async -> Bool {
        guard case .command(let words) = way, let program = words.first else { return false }
        let arguments = words.dropFirst().map { filled($0, place) { $0 } }
        let ended = try? await ChildProcess.run(program, arguments, environment: environment)
        return ended?.exitCode == 0
    }

    private func filled(_ template: String, _ place: FindingList.Place, _ encode: (String) -> String) -> String {
        template.replacing("{file}", with: encode(canonicalPath(place.path) ?? place.path))
            .replacing("{line}", with: String(place.line))
            .replacing("{column}", with: String(place.column))
    }
}
