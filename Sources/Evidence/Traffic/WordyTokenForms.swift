import Diagnostics

/// Forms of tokens whose beginning is that of ordinary words as well, such as `npm_config_registry` and `ASIA-PACIFIC`, so that
/// what follows has to be as they have it.
enum WordyTokenForms {
    static let firsts = Array("Aenpb".utf8)

    private static let shortest = 10
    private static let shortestRun = 16
    private static let longest = 64
    private static let longestNumber = 12

    /// How all tokens of the kind begin that stands at the front.
    static func beginning(_ text: ArraySlice<UInt8>) -> String? {
        if isBot(text) { return "bot" }
        if isOfRegion(text) { return "pat-" }
        if isTemporaryKey(text) { return "ASIA" }
        return ["npm_", "ntn_"].first { isRun(behind: $0, text) }
    }

    /// The three parts of a JSON Web Token, of which the first is an object in base 64.
    static func isWebToken(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "eyJ".utf8) else { return false }
        var rest = text
        for part in 0..<3 {
            let length = rest.prefix(while: \.isTokenByte).count
            guard length >= shortest else { return false }
            rest = rest.dropFirst(length)
            guard part == 2 || rest.first == UInt8(ascii: ".") else { return false }
            rest = rest.dropFirst()
        }
        return true
    }

    /// `bot123456:AAE…`, as Telegram has them in paths.
    private static func isBot(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "bot".utf8) else { return false }
        let number = text.dropFirst(3).prefix(longestNumber).prefix(while: \.isDigit)
        let key = text[number.endIndex...].dropFirst()
        return number.count >= 6 && text[number.endIndex...].first == UInt8(ascii: ":")
            && key.prefix(shortest).count == shortest && key.prefix(shortest).allSatisfy(\.isTokenByte)
    }

    /// `pat-na2-…`, as HubSpot names the region.
    private static func isOfRegion(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "pat-".utf8) else { return false }
        let region = text.dropFirst(4).prefix { $0 != UInt8(ascii: "-") && $0.isTokenByte }.prefix(longestNumber)
        let name = region.prefix { !$0.isDigit }
        guard name.count == 2, region.count > 2, region.dropFirst(2).allSatisfy(\.isDigit) else { return false }
        let key = text[region.endIndex...].dropFirst().prefix(longest).prefix(while: \.isTokenByte)
        return text[region.endIndex...].first == UInt8(ascii: "-") && key.count >= shortest
            && !SecretRemoval.isRemoved(key)
    }

    /// The keys of AWS that end by themselves: sixteen capitals and digits.
    private static func isTemporaryKey(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "ASIA".utf8) else { return false }
        let key = text.dropFirst(4).prefix(longest).prefix(while: \.isTokenByte)
        return key.count == shortestRun && !SecretRemoval.isRemoved(key)
            && key.allSatisfy { $0.isDigit || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// Letters and digits without anything between them.
    private static func isRun(behind start: String, _ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: start.utf8) else { return false }
        let run = text.dropFirst(start.utf8.count).prefix(longest).prefix(while: \.isLetterOrDigit)
        return run.count >= shortestRun && !SecretRemoval.isRemoved(run)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    fileprivate var isLetterOrDigit: Bool {
        isTokenByte && self != UInt8(ascii: "_") && self != UInt8(ascii: "-")
    }
}
