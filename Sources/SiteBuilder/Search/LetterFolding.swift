/// Makes letters that a reader takes for the same one: capitals small, and Latin letters without their accents.
///
/// `assets/40-search.js` does the same to what is typed.
enum LetterFolding {
    /// What a character beyond ASCII becomes in a word.
    enum Folded {
        case letter(Unicode.Scalar)
        /// A word by itself, as in writing without spaces.
        case ideograph(Unicode.Scalar)
        /// An accent that stands behind its letter.
        case nothing
        case noLetter
    }

    private static let plainLetters = Array(
        """
        aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy\
        aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ\
        ŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ
        """.unicodeScalars
    )
    private static let firstPlainLetter: UInt32 = 0xC0

    static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0xD7, 0xF7: return .noLetter
        case 0xC0...0x17F: return .letter(plainLetters[Int(scalar.value - firstPlainLetter)])
        case 0x300...0x36F: return .nothing
        case 0x3040...0x30FF, 0x3400...0x9FFF: return .ideograph(scalar)
        // What does not fit into one unit of UTF-16 would be ordered otherwise by a browser.
        case 0x1_0000...: return .noLetter
        default: return isLetter(scalar) ? .letter(lowercased(scalar)) : .noLetter
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        return small == "ς" ? "σ" : small
    }
}
