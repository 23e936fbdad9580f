/// What a piece of code is, as far as a reader is helped by seeing it.
enum CodeToken {
    case comment, string, number, keyword
    /// A key, a header, an option, a type: what names something.
    case name
    /// What a terminal shows before a command, and its answer: neither is typed by the reader.
    case prompt, output

    var opening: String.UTF8View {
        switch self {
        case .comment: "<span class=\"c-comment\">".utf8
        case .string: "<span class=\"c-string\">".utf8
        case .number: "<span class=\"c-number\">".utf8
        case .keyword: "<span class=\"c-keyword\">".utf8
        case .name: "<span class=\"c-name\">".utf8
        case .prompt: "<span class=\"c-prompt\">".utf8
        case .output: "<span class=\"c-output\">".utf8
        }
    }
}
