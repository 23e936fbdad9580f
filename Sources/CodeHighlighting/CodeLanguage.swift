/// The languages of setup guides.
enum CodeLanguage: Sendable {
    case console, http, javaScript, json, python, shell, swift

    /// - Parameter name: any of the names that authors use, in any case.
    init?(name: String) {
        switch name.lowercased() {
        case "console", "shell-session", "shellsession", "terminal": self = .console
        case "http", "https": self = .http
        case "javascript", "js", "mjs", "cjs": self = .javaScript
        case "json", "jsonc", "json5": self = .json
        case "python", "py", "python3": self = .python
        case "shell", "sh", "bash", "zsh": self = .shell
        case "swift": self = .swift
        default: return nil
        }
    }
}
