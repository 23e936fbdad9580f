import ChildProcesses
import FileSystem

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
        return filled(template, place, Self.encoded)
    }

    /// Whether the command could be run and did not fail at once.
    func run(_ place: FindingList.Place) async -> Bool {
        guard case .command(let words) = way, let program = words.first else { return false }
        let arguments = words.dropFirst().map { filled($0, place) { $0 } }
        let ended = try? await ChildProcess.run(program, arguments, environment: environment)
        return ended?.exitCode == 0
    }

    /// For a path within an address, where a colon would end the name of the file.
    private static func encoded(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        .joined()
    }

    private func filled(_ template: String, _ place: FindingList.Place, _ encode: (String) -> String) -> String {
        template.replacing("{file}", with: encode(canonicalPath(place.path) ?? place.path))
            .replacing("{line}", with: String(place.line))
            .replacing("{column}", with: String(place.column))
    }
}
