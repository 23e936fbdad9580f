import Diagnostics

/// Finds tokens that tell by how they begin who gave them out, wherever they stand.
enum TokenForms {
    private static let forms = [
        "xoxb-", "xoxp-", "xoxa-", "xoxe-", "xapp-", "ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "glpat-",
        "sk_live_",
        "rk_live_", "sk-ant-", "shpat_", "shpss_", "pat-na1-", "pat-eu1-", "AKIA", "AIza",
    ].map { Array($0.utf8) }

    /// By the first byte, so that what no token begins with costs one look.
    private static let byFirst = Dictionary(grouping: forms) { $0[0] }
    private static let isFirst = (0...255).map { byFirst[UInt8($0)] != nil }

    /// So much of a token has to follow; less is the name of a form in some documentation.
    private static let shortest = 10
    /// So much of it is looked at.
    private static let longest = 64
    private static let most = 8

    private static let bot = Array("bot".utf8)
    private static let longestNumber = 12

    /// `xoxb-`, and never more of the token.
    static func beginnings(in text: ArraySlice<UInt8>) -> [String] {
        var found: [String] = []
        let isFirst = Self.isFirst
        var isWordStart = true
        for place in text.indices {
            let byte = text[place]
            defer { isWordStart = !byte.isTokenByte }
            guard isWordStart, isFirst[Int(byte)] || byte == bot[0] else { continue }
            guard let name = beginning(text[place...]), !found.contains(name) else { continue }
            found.append(name)
            if found.count == most { break }
        }
        return found
    }

    private static func beginning(_ text: ArraySlice<UInt8>) -> String? {
        let form = byFirst[text[text.startIndex]]?.first { form in
            guard text.starts(with: form) else { return false }
            let rest = text.dropFirst(form.count).prefix(longest).prefix(while: \.isTokenByte)
            return rest.count >= shortest && !SecretRemoval.isRemoved(rest)
        }
        if let form { return String(decoding: form, as: UTF8.self) }
        return isBot(text) ? "bot" : nil
    }

    /// `bot123456:AAE…`, as Telegram has them in paths.
    private static func isBot(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: bot) else { return false }
        let number = text.dropFirst(bot.count).prefix(longestNumber).prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        let key = text[number.endIndex...].dropFirst()
        return number.count >= 6 && text[number.endIndex...].first == UInt8(ascii: ":")
            && key.prefix(shortest).count == shortest && key.prefix(shortest).allSatisfy(\.isTokenByte)
    }
}

extension UInt8 {
    /// Of what keys and tokens are made, as far as they may stand in addresses unencoded.
    var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
