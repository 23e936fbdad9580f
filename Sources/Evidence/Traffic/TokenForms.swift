import Diagnostics

/// Finds tokens that tell by how they begin who gave them out, wherever they stand.
enum TokenForms {
    private static let forms = [
        "xoxb-", "xoxp-", "xoxa-", "xoxc-", "xoxd-", "xoxe-", "xapp-", "ghp_", "gho_", "ghs_", "ghu_", "github_pat_",
        "glpat-", "sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk-ant-", "shpat_", "shpss_", "whsec_", "ya29.",
        "GOCSPX-", "AKIA", "AIza",
    ].map { Array($0.utf8) }

    /// By the first byte, so that what no token begins with costs one look.
    private static let byFirst = Dictionary(grouping: forms) { $0[0] }
    private static let isFirst = (0...255).map {
        byFirst[UInt8($0)] != nil || WordyTokenForms.firsts.contains(UInt8($0))
    }

    /// So much of a token has to follow; less is the name of a form in some documentation.
    private static let shortest = 10
    /// So much of it is looked at.
    private static let longest = 64
    private static let most = 8

    /// `xoxb-`, and never more of the token.
    ///
    /// - Parameter isBody: whether the text is a body: in those, signed values stand for places in lists as well.
    static func beginnings(in text: ArraySlice<UInt8>, isBody: Bool = false) -> [String] {
        var found: [String] = []
        let isFirst = Self.isFirst
        var isWordStart = true
        for place in text.indices {
            let byte = text[place]
            defer { isWordStart = !byte.isTokenByte }
            guard isWordStart, isFirst[Int(byte)] else { continue }
            guard let name = beginning(text[place...], isBody), !found.contains(name) else { continue }
            found.append(name)
            if found.count == most { break }
        }
        return found
    }

    private static func beginning(_ text: ArraySlice<UInt8>, _ isBody: Bool) -> String? {
        let form = byFirst[text[text.startIndex], default: []].first { form in
            guard text.starts(with: form) else { return false }
            let rest = text.dropFirst(form.count).prefix(longest).prefix(while: \.isTokenByte)
            return rest.count >= shortest && !SecretRemoval.isRemoved(rest)
        }
        if let form { return String(decoding: form, as: UTF8.self) }
        if !isBody, WordyTokenForms.isWebToken(text) { return "eyJ" }
        return WordyTokenForms.beginning(text)
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
