/// What can happen to JSON: a value of another type, a key of another object, a block twice, nothing where something was.
///
/// It works on tokens and not on values, so that it also damages what is no JSON any more.
enum JSONMutation {
    static func apply(to bytes: inout [UInt8], _ source: inout MutationSource) {
        let tokens = tokens(of: bytes)
        guard !tokens.isEmpty else { return }
        let token = source.element(of: tokens)
        switch source.number(below: 10) {
        case 0...2: bytes.replaceSubrange(token, with: source.element(of: values).utf8)
        case 3: bytes.removeSubrange(token)
        case 4, 5: bytes.replaceSubrange(token, with: bytes[source.element(of: tokens)])
        case 6: swap(token, source.element(of: tokens), in: &bytes)
        case 7: bytes.replaceSubrange(token, with: nest(source.element(of: [3, 90, 130, 600]), &source))
        default: changeBlock(&bytes, tokens, &source)
        }
    }

    private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            let start = position
            position += 1
            switch bytes[start] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): continue
            case UInt8(ascii: "\""):
                while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                    position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
                }
                position = min(position + 1, bytes.count)
            case let byte where isWord(byte): while position < bytes.count, isWord(bytes[position]) { position += 1 }
            default: break
            }
            tokens.append(start..<position)
        }
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"), 0x80...0xFF: true
        default: false
        }
    }

    private static func swap(_ left: Range<Int>, _ right: Range<Int>, in bytes: inout [UInt8]) {
        let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
        guard first.upperBound <= second.lowerBound else { return }
        let (before, after) = (Array(bytes[first]), Array(bytes[second]))
        bytes.replaceSubrange(second, with: before)
        bytes.replaceSubrange(first, with: after)
    }

    private static func nest(_ depth: Int, _ source: inout MutationSource) -> [UInt8] {
        let (open, close) = source.chance(1, in: 2) ? ("[", "]") : (#"{"a":"#, "}")
        let closed = source.chance(3, in: 4) ? depth : depth - 1
        return Array((String(repeating: open, count: depth) + "1" + String(repeating: close, count: closed)).utf8)
    }

    /// Doubles, removes or empties an object or a list.
    private static func changeBlock(_ bytes: inout [UInt8], _ tokens: [Range<Int>], _ source: inout MutationSource) {
        let opening = tokens.indices.filter { isOpening(bytes[tokens[$0].lowerBound]) }
        guard !opening.isEmpty else { return }
        let first = source.element(of: opening)
        var depth = 0
        var last = first
        for index in first..<tokens.count {
            last = index
            let byte = bytes[tokens[index].lowerBound]
            if isOpening(byte) { depth += 1 } else if byte == 0x5D || byte == 0x7D { depth -= 1 }
            if depth == 0 { break }
        }
        let block = tokens[first].lowerBound..<tokens[last].upperBound
        switch source.number(below: 4) {
        case 0: bytes.removeSubrange(block)
        case 1: bytes.replaceSubrange(block, with: bytes[block.lowerBound] == UInt8(ascii: "[") ? "[]".utf8 : "{}".utf8)
        default:
            let copy = Array(bytes[block]) + [UInt8(ascii: ",")]
            for _ in 0...source.element(of: [0, 0, 1, 12]) { bytes.insert(contentsOf: copy, at: block.lowerBound) }
        }
    }

    private static func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") }

    private static let values = [
        "null", "true", "false", "0", "-0", "-1", "1e400", "-1e400", "1e-400", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "18446744073709551616", "0.1", "1E5", "01", "+1", "NaN", "1.",
        "[]", "{}", "[null]", "[[]]", #"[""]"#, #"[{}]"#, #""""#, #"" ""#, #""\u0000""#, #""\uD800""#,
        #""\uDC00\uD800""#,
        #""\u202e""#, #""\n""#, #""\""#, #""users:read""#, #""users:write@bot""#, #""tile:data""#, #""points""#,
        #""points-sync""#, #""put-user""#, #""2026-02-29""#, #""2026-11-20""#, #""1.0.0""#,
        #""99999999999999999999.1""#,
        #""https://[::1""#, #""HTTPS://EXAMPLE.COM""#, #""media/points.png""#, #""media/../index.md""#, #""../x""#,
        #""minute""#, #""required""#, #""optional""#, #""video""#, "{\"id\": \"a\", \"id\": \"a\"}", "// note", ",",
        ":",
    ]
}
