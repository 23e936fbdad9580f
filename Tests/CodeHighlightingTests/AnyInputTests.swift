import CodeHighlighting
import Markup
import TestSupport
import Testing

private let languages = ["console", "http", "js", "json", "python", "sh", "swift"]

/// What the languages take for a beginning or an end, in any order.
private let pieces = [
    "\"", "'", "`", "\"\"\"", "'''", "//", "/*", "*/", "#", "##", "\\", "\\(", "\\\n", "${", "$", "}", "{", "(", ")",
    "[", "]",
    "<<", "<<EOF", "EOF", "\n", "\r\n", "\n\n", "\t", " ", "/", "=", ":", "-", "--x", "0x", "1e+", "9", ".", "@", "é",
    "日本",
    "👩‍💻", "\u{0}", "\u{FEFF}", "&", "<", ">", "</span>", "<script>", "&amp;", "class", "def", "func", "return", "true",
    "GET", "HTTP/1.1", "$ ", "% ", "> ", "rb", "f", "a",
]

@Test(arguments: languages)
func `marks change no byte of the code, and none is left open`(language: String) throws {
    var random = SeededGenerator(seed: 20)
    for round in 0..<1500 {
        let code = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        .joined()
        let marked = try #require(MarkedCode(code, language))
        #expect(Array(marked.text.utf8) == Array(code.utf8), "round \(round): \(code.debugDescription)")
        #expect(marked.pieces.areTagsSound, "round \(round): \(marked.html)")
        // A character that a tag cut in two would be another one.
        #expect(!marked.html.unicodeScalars.contains("\u{FFFD}"), "round \(round): \(code.debugDescription)")
    }
}

@Test(arguments: languages)
func `bytes that are no text do no harm`(language: String) throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
        let code = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let html = try #require(CodeHighlighter(language: language)?.html(of: code[...]))
        #expect(html.bytes.count >= code.count)
    }
}

/// Each of them makes a scanner look ahead again and again, if anything does.
@Test(arguments: languages, pieces)
func `no piece, however often it stands there, is looked at again and again`(language: String, piece: String) throws {
    let highlighter = try #require(CodeHighlighter(language: language))
    let code = Array(String(repeating: piece, count: 20_000).utf8)
    // Milliseconds; two hundred million steps, one piece looked at from every other, would be many seconds.
    #expect(ContinuousClock().measure { _ = highlighter.html(of: code[...]) } < .seconds(3))
}

@Test func `a block that is too long to read stays plain`() throws {
    let highlighter = try #require(CodeHighlighter(language: "json"))
    #expect(highlighter.html(of: [UInt8](repeating: 0x20, count: 1 << 20)[...]) != nil)
    #expect(highlighter.html(of: [UInt8](repeating: 0x20, count: (1 << 20) + 1)[...]) == nil)
}

@Test func `a part of a longer buffer is marked by itself`() throws {
    let buffer = Array("\"before\" true \"after\"".utf8)
    let html = try #require(CodeHighlighter(language: "json")?.html(of: buffer[9..<13]))
    #expect(html.text == "<span class=\"c-keyword\">true</span>")
}
