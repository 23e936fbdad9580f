/// Turns bare addresses in a block's tokens into links.
///
/// An address is one word even where cmark has read emphasis into it: delimiters inside an address become text again,
/// and so do their partners.
enum BareAddresses {
    static func mark(in tokens: inout [InlineToken], content: [UInt8], buffer: inout [UInt8]) {
        let addresses = addresses(in: tokens, content: content)
        guard !addresses.isEmpty else { return }
        dissolveEmphasis(in: &tokens, inside: addresses, content: content, buffer: &buffer)
        tokens = replace(addresses, in: tokens, content: content, buffer: &buffer)
    }

    private static func addresses(in tokens: [InlineToken], content: [UInt8]) -> [BareAddress] {
        var found: [BareAddress] = []
        var linkDepth = 0
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            guard mayBelong(token) else {
                if token.kind == .open { linkDepth += 1 }
                if token.kind == .close { linkDepth -= 1 }
                index += 1
                continue
            }
            var last = index
            while last + 1 < tokens.count, mayBelong(tokens[last + 1]) { last += 1 }
            if linkDepth == 0 { search(tokens[index...last], content: content, &found) }
            index = last + 1
        }
        return found
    }

    private static func mayBelong(_ token: InlineToken) -> Bool {
        token.isText || (token.kind != .leaf && (token.node == .emphasis || token.node == .strong))
    }

    private static func search(_ run: ArraySlice<InlineToken>, content: [UInt8], _ found: inout [BareAddress]) {
        guard let first = run.first, let last = run.last else { return }
        var start = first.start
        for index in run.indices where run[index].kind == .text {
            var offset = max(run[index].start, start)
            while offset < run[index].end {
                guard let address = BareAddress.find(around: offset, in: content, bounds: start..<last.end) else {
                    offset += 1
                    continue
                }
                found.append(address.endingBetween(run[index...]))
                offset = address.range.upperBound
                start = offset
            }
        }
    }

    private static func dissolveEmphasis(
        in tokens: inout [InlineToken],
        inside addresses: [BareAddress],
        content: [UInt8],
        buffer: inout [UInt8]
    ) {
        var open: [(index: Int, isInside: Bool)] = []
        var next = 0
        for index in tokens.indices where tokens[index].kind == .open || tokens[index].kind == .close {
            let start = tokens[index].start
            while next < addresses.count, addresses[next].range.upperBound <= start { next += 1 }
            let isInside = next < addresses.count && addresses[next].range.contains(start)
            guard tokens[index].kind == .close else {
                open.append((index, isInside))
                continue
            }
            guard let partner = open.popLast(), isInside || partner.isInside else { continue }
            for delimiter in [partner.index, index] {
                let range = tokens[delimiter].start..<tokens[delimiter].end
                tokens[delimiter] = InlineToken(
                    kind: .text,
                    node: .text,
                    start: range.lowerBound,
                    end: range.upperBound
                )
                tokens[delimiter].literal = append(content[range], to: &buffer)
            }
        }
    }

    private static func replace(
        _ addresses: [BareAddress],
        in tokens: [InlineToken],
        content: [UInt8],
        buffer: inout [UInt8]
    ) -> [InlineToken] {
        var result: [InlineToken] = []
        result.reserveCapacity(tokens.count + 4 * addresses.count)
        var next = 0
        for index in tokens.indices {
            var rest = tokens[index]
            while rest.isText, next < addresses.count, addresses[next].range.lowerBound < rest.end {
                let range = addresses[next].range
                if range.lowerBound >= rest.start {
                    let before = rest.split(around: range.lowerBound..<range.lowerBound).before
                    if before.start < before.end { result.append(before) }
                    appendLink(addresses[next], tokens[index...], content: content, to: &result, buffer: &buffer)
                }
                guard range.upperBound <= rest.end else {
                    rest.start = rest.end
                    break
                }
                rest = rest.split(around: range.upperBound..<range.upperBound).after
                next += 1
            }
            if !rest.isText || rest.start < rest.end { result.append(rest) }
        }
        return result
    }

    private static func appendLink(
        _ address: BareAddress,
        _ source: ArraySlice<InlineToken>,
        content: [UInt8],
        to tokens: inout [InlineToken],
        buffer: inout [UInt8]
    ) {
        let range = address.range
        let prefix = append(address.prefix.rawValue.utf8, to: &buffer)
        appendText(of: range, source, content: content, to: &buffer)
        var open = InlineToken(kind: .open, node: .link, start: range.lowerBound, end: range.lowerBound)
        open.literal = BufferRange(Int(prefix.start), buffer.count)
        open.isAddress = true
        tokens.append(open)
        // Not plain text: nothing may look for more marks in an address.
        var text = InlineToken(kind: .decodedText, node: .text, start: range.lowerBound, end: range.upperBound)
        text.literal = BufferRange(Int(prefix.end), buffer.count)
        tokens.append(text)
        var close = InlineToken(kind: .close, node: .link, start: range.upperBound, end: range.upperBound)
        close.literal = BufferRange(range.lowerBound, range.upperBound)
        tokens.append(close)
    }

    /// Character references count as what they mean; a backslash in an address is a backslash.
    private static func appendText(
        of range: Range<Int>,
        _ source: ArraySlice<InlineToken>,
        content: [UInt8],
        to buffer: inout [UInt8]
    ) {
        for token in source {
            guard token.start < range.upperBound else { return }
            if token.kind == .decodedText, content[token.start] == UInt8(ascii: "&") {
                buffer.appendOwn(token.literal)
            } else {
                let start = max(token.start, range.lowerBound)
                buffer.append(contentsOf: content[start..<min(token.end, range.upperBound)])
            }
        }
    }

    private static func append(_ bytes: some Collection<UInt8>, to buffer: inout [UInt8]) -> BufferRange {
        let start = buffer.count
        buffer.append(contentsOf: bytes)
        return BufferRange(start, buffer.count)
    }
}

extension BareAddress {
    /// The same address, shortened if it ends inside an escape or character reference of `tokens`.
    fileprivate func endingBetween(_ tokens: ArraySlice<InlineToken>) -> BareAddress {
        for token in tokens {
            guard token.start < range.upperBound else { break }
            if token.kind == .decodedText, token.end > range.upperBound {
                return BareAddress(range: range.lowerBound..<token.start, prefix: prefix)
            }
        }
        return self
    }
}
