/// The words of one page, each once, with the place where it stands most prominently.
struct PageTerms {
    struct Term {
        let hash: UInt64
        /// Where its bytes stand in ``text``.
        let start: Int32
        let length: UInt8
        var weight: SearchWeight
        /// The section of the page, counted from 1; 0 is the page as a whole.
        var section: UInt8
        var count: UInt8
    }

    private(set) var terms: [Term] = []
    private(set) var text: [UInt8] = []
    /// Open addressing: 1 and more is a term's number, 0 is empty.
    private var slots = [Int32](repeating: 0, count: 1024)
    private var wordStart = 0
    private var hash = hashSeed

    /// Longer words are names of nothing that somebody types.
    static let longestWord = 64
    static let hashSeed: UInt64 = 0xCBF2_9CE4_8422_2325
    /// A word that a text says so often is what the text is about.
    private static let oftenEnough = 3

    mutating func removeAll() {
        terms.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        for index in slots.indices { slots[index] = 0 }
        wordStart = 0
        hash = Self.hashSeed
    }

    /// Takes in the words of a text, which is valid UTF-8.
    mutating func read(_ bytes: [UInt8], _ weight: SearchWeight, section: Int) {
        bytes.withUnsafeBufferPointer { read($0, weight, UInt8(clamping: section)) }
    }

    mutating func read(_ string: String, _ weight: SearchWeight, section: Int) {
        read(Array(string.utf8), weight, section: section)
    }

    /// Takes in a name that is looked for as it is written, whatever marks it is joined by.
    mutating func add(wholeName name: String, _ weight: SearchWeight, section: Int) {
        guard let folded = Self.wholeName(name) else { return }
        for byte in folded { append(byte) }
        endWord(weight, UInt8(clamping: section), longest: Int(UInt8.max))
    }

    /// A name as the index holds it; nil where it is none that can be typed as one word.
    static func wholeName(_ name: String) -> [UInt8]? {
        let folded = Array(name.lowercased().utf8)
        let isOneWord = folded.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return isOneWord && folded.count > 1 && folded.count < UInt8.max ? folded : nil
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ weight: SearchWeight, _ section: UInt8) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if let end = plainWordEnd(bytes, from: index) {
                addPlainWord(bytes[index..<end], weight, section)
                index = end
                continue
            }
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
            case 0..<0x80: endWord(weight, section)
            default:
                let (scalar, length) = Self.scalar(bytes, at: index)
                read(scalar, weight, section)
                index += length - 1
            }
            index += 1
        }
        endWord(weight, section)
    }

    /// Where a word that is all ASCII ends, as most do; nil in the middle of another one.
    private func plainWordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard text.count == wordStart else { return nil }
        var end = start
        while end < bytes.count, Self.isPlainLetter(bytes[end]) { end += 1 }
        return end > start && (end == bytes.count || bytes[end] < 0x80) ? end : nil
    }

    private static func isPlainLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// A word that is known already, as most are, is not copied.
    private mutating func addPlainWord(
        _ word: Slice<UnsafeBufferPointer<UInt8>>,
        _ weight: SearchWeight,
        _ section: UInt8
    ) {
        guard word.count > 1, word.count <= Self.longestWord else { return }
        for byte in word { hash = (hash ^ UInt64(byte | (byte & 0x40) >> 1)) &* 0x0000_0100_0000_01B3 }
        if add(word.count, weight, section) {
            for byte in word { text.append(byte | (byte & 0x40) >> 1) }
        }
        wordStart = text.count
        hash = Self.hashSeed
    }

    private mutating func read(_ scalar: Unicode.Scalar, _ weight: SearchWeight, _ section: UInt8) {
        switch LetterFolding.fold(scalar) {
        case .letter(let letter): append(letter)
        case .ideograph(let sign):
            endWord(weight, section)
            append(sign)
            endWord(weight, section)
        case .nothing: break
        case .noLetter: endWord(weight, section)
        }
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int) {
        let first = bytes[index]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, index + length <= bytes.count else { return (" ", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? " ", length)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        for byte in String(scalar).utf8 { append(byte) }
    }

    private mutating func append(_ byte: UInt8) {
        text.append(byte)
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private mutating func endWord(_ weight: SearchWeight, _ section: UInt8, longest: Int = longestWord) {
        let length = text.count - wordStart
        guard length > 0 else { return }
        // One letter of an alphabet tells nothing.
        let isWord = (length > 1 || text[wordStart] >= 0x80) && length <= longest
        if !isWord || !add(length, weight, section) { text.removeLast(length) }
        wordStart = text.count
        hash = Self.hashSeed
    }

    /// - Returns: whether the word is new.
    private mutating func add(_ length: Int, _ weight: SearchWeight, _ section: UInt8) -> Bool {
        var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if terms[number].hash == hash {
                terms[number].meetAgain(weight, section)
                return false
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        terms.append(
            Term(
                hash: hash,
                start: Int32(clamping: wordStart),
                length: UInt8(clamping: length),
                weight: weight,
                section: section,
                count: 1
            )
        )
        slots[slot] = Int32(clamping: terms.count)
        if terms.count * 2 > slots.count { grow() }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (number, term) in terms.enumerated() {
            var slot = Int(truncatingIfNeeded: term.hash &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(clamping: number + 1)
        }
    }

    fileprivate static func weight(ofText count: UInt8) -> SearchWeight {
        count >= oftenEnough ? .repeatedText : .text
    }
}

extension PageTerms.Term {
    fileprivate mutating func meetAgain(_ weight: SearchWeight, _ section: UInt8) {
        count = count == .max ? count : count + 1
        if weight > self.weight {
            self.weight = weight
            self.section = section
        } else if self.weight == .text {
            self.weight = PageTerms.weight(ofText: count)
        }
    }
}
