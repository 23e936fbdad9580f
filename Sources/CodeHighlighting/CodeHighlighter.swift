package import Markup

/// Marks in a block of code what is a comment, a string, a name.
///
/// It only ever adds marks: what a reader sees and copies is the code, byte for byte. It is one pass over the bytes without
/// looking back, so that its time is linear in them whatever they are.
package struct CodeHighlighter: Sendable {
    private let language: CodeLanguage

    /// Longer blocks stay plain: nobody reads a megabyte of code for its colours, and marks make it several times as long.
    private static let longestCode = 1 << 20

    /// nil for a language that is not known.
    ///
    /// - Parameter name: as it stands behind the fence of a block of code.
    package init?(language name: String) {
        guard let language = CodeLanguage(name: name) else { return nil }
        self.language = language
    }

    /// The code as HTML; nil where it stays plain.
    package func html(of code: ArraySlice<UInt8>) -> HTMLFragment? {
        guard code.count <= Self.longestCode else { return nil }
        switch language {
        case .console: return Self.html(of: code, by: ConsoleScanner())
        case .http: return Self.html(of: code, by: HTTPScanner())
        case .javaScript: return Self.html(of: code, by: JavaScriptScanner())
        case .json: return Self.html(of: code, by: JSONScanner())
        case .python: return Self.html(of: code, by: PythonScanner())
        case .shell: return Self.html(of: code, by: ShellScanner())
        case .swift: return Self.html(of: code, by: SwiftScanner())
        }
    }

    private static func html(of code: ArraySlice<UInt8>, by scanner: some CodeScanner) -> HTMLFragment {
        var scanner = scanner
        var cursor = ByteCursor(code)
        var output: [UInt8] = []
        output.reserveCapacity(code.count * 2)
        var plainStart = cursor.position
        while !cursor.isAtEnd {
            let start = cursor.position
            let token = scanner.next(&cursor)
            if cursor.position == start { cursor.advance() }
            guard let token else { continue }
            output.appendEscaped(code[plainStart..<start])
            output += token.opening
            output.appendEscaped(code[start..<cursor.position])
            output += "</span>".utf8
            plainStart = cursor.position
        }
        output.appendEscaped(code[plainStart...])
        return HTMLFragment(trusted: output)
    }
}

/// Takes code apart, one token after the other.
protocol CodeScanner {
    /// Moves past at least one byte; nil when there is nothing to say of what it passed.
    mutating func next(_ cursor: inout ByteCursor) -> CodeToken?
}
