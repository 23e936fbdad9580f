/// Which form of a word goes with a whole number, by language.
///
/// The cardinal rules of Unicode CLDR 48 (common/supplemental/plurals.xml), of which whole numbers need only a part. A
/// language that is not here counts as English does.
package enum PluralRules: Sendable {
    case one, oneAndMillions, none, zeroAndOne, zeroAndOneAndMillions, lastOne
    case oneAndTwo, zeroAndSingular
    case arabic, breton, cornish, czech, filipino, hebrew, irish, latvian, lithuanian, maltese, manx, polish, romanian
    case russian, scottish, serbian, slovene, welsh

    /// The rules of the language of a BCP 47 tag, the most specific that are known.
    package init(language: String) {
        self = LanguageTags.from(language.lowercased()).lazy.compactMap { Self.byLanguage[$0] }.first ?? .one
    }

    private static let byLanguage: [String: PluralRules] = {
        let languages: [(PluralRules, String)] = [
            (.none, "bo dz id ig ii in ja jv km ko lo ms my su th to vi wo yo yue zh"),
            (.zeroAndOne, "ak am as bn fa ff gu hi hy kab kn kok ln mg nso pa si ti wa zu"),
            (.zeroAndOneAndMillions, "fr pt"), (.oneAndMillions, "ca es it lld pt-pt scn vec"),
            (.lastOne, "is mk"), (.oneAndTwo, "iu naq sat se sma smj smn sms"), (.zeroAndSingular, "ksh lag"),
            (.arabic, "ar ars"), (.breton, "br"), (.cornish, "kw"), (.czech, "cs sk"), (.filipino, "ceb fil tl"),
            (.hebrew, "he iw"), (.irish, "ga"), (.latvian, "lv prg"), (.lithuanian, "lt"), (.maltese, "mt"),
            (.manx, "gv"), (.polish, "pl"), (.romanian, "mo ro"), (.russian, "be ru uk"), (.scottish, "gd"),
            (.serbian, "bs hr sh sr"), (.slovene, "dsb hsb sl"), (.welsh, "cy"),
        ]
        var rules: [String: PluralRules] = [:]
        for (rule, tags) in languages {
            for tag in tags.split(separator: " ") { rules[String(tag)] = rule }
        }
        return rules
    }()

    /// The forms that whole numbers have, without those of millions alone: few texts ever count so many.
    package var categories: Set<PluralCategory> {
        Set((0..<200).map { category(of: $0) }).union([.other])
    }

    package func category(of number: Int) -> PluralCategory {
        let count = Int(clamping: number.magnitude)
        return switch self {
        case .none: .other
        case .one: count == 1 ? .one : .other
        case .oneAndMillions: count == 1 ? .one : Self.isMillions(count) ? .many : .other
        case .zeroAndOne: count < 2 ? .one : .other
        case .zeroAndOneAndMillions: count < 2 ? .one : Self.isMillions(count) ? .many : .other
        case .oneAndTwo, .hebrew: count == 1 ? .one : count == 2 ? .two : .other
        case .zeroAndSingular: count == 0 ? .zero : count == 1 ? .one : .other
        default: Self.category(of: self, LastDigits(count))
        }
    }

    private static func isMillions(_ count: Int) -> Bool { count != 0 && count % 1_000_000 == 0 }
}

/// What most rules look at.
private struct LastDigits {
    let count: Int
    let ten: Int
    let hundred: Int

    init(_ count: Int) {
        self.count = count
        ten = count % 10
        hundred = count % 100
    }
}

extension PluralRules {
    private static func category(of rules: PluralRules, _ number: LastDigits) -> PluralCategory {
        switch rules {
        case .lastOne: number.ten == 1 && number.hundred != 11 ? .one : .other
        case .russian, .polish, .serbian: slavic(rules, number)
        case .czech: number.count == 1 ? .one : (2...4).contains(number.count) ? .few : .other
        case .slovene: slovene(number)
        case .latvian, .lithuanian: baltic(rules, number)
        case .irish, .scottish, .welsh, .manx, .breton: celtic(rules, number)
        case .cornish: cornish(number)
        case .arabic, .maltese: semitic(rules, number)
        case .romanian:
            number.count == 1 ? .one : number.count == 0 || (1...19).contains(number.hundred) ? .few : .other
        case .filipino: [4, 6, 9].contains(number.ten) ? .other : .one
        default: .other
        }
    }

    private static func slavic(_ rules: PluralRules, _ number: LastDigits) -> PluralCategory {
        if rules == .polish ? number.count == 1 : number.ten == 1 && number.hundred != 11 { return .one }
        if (2...4).contains(number.ten), !(12...14).contains(number.hundred) { return .few }
        return rules == .serbian ? .other : .many
    }

    private static func slovene(_ number: LastDigits) -> PluralCategory {
        switch number.hundred {
        case 1: .one
        case 2: .two
        case 3, 4: .few
        default: .other
        }
    }

    private static func baltic(_ rules: PluralRules, _ number: LastDigits) -> PluralCategory {
        let isTeen = (11...19).contains(number.hundred)
        guard rules == .latvian else {
            return isTeen || number.ten == 0 ? .other : number.ten == 1 ? .one : .few
        }
        return isTeen || number.ten == 0 ? .zero : number.ten == 1 ? .one : .other
    }

    private static func semitic(_ rules: PluralRules, _ number: LastDigits) -> PluralCategory {
        switch (number.count, number.hundred) {
        case (0, _): rules == .arabic ? .zero : .few
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...(rules == .arabic ? 99 : 19)): .many
        default: .other
        }
    }

    private static func celtic(_ rules: PluralRules, _ number: LastDigits) -> PluralCategory {
        switch (rules, number.count) {
        case (.welsh, 0): .zero
        case (.irish, 1), (.scottish, 1), (.scottish, 11), (.welsh, 1): .one
        case (.irish, 2), (.scottish, 2), (.scottish, 12), (.welsh, 2): .two
        case (.irish, 3...6), (.scottish, 3...19), (.welsh, 3): .few
        case (.irish, 7...10), (.welsh, 6): .many
        case (.manx, _): number.ten == 1 ? .one : number.ten == 2 ? .two : number.hundred % 20 == 0 ? .few : .other
        case (.breton, _): breton(number)
        default: .other
        }
    }

    private static func breton(_ number: LastDigits) -> PluralCategory {
        let isIrregular = [1, 7, 9].contains(number.hundred / 10)
        switch number.ten {
        case 1 where !isIrregular: return .one
        case 2 where !isIrregular: return .two
        case 3 where !isIrregular, 4 where !isIrregular, 9 where !isIrregular: return .few
        default: return isMillions(number.count) ? .many : .other
        }
    }

    private static func cornish(_ number: LastDigits) -> PluralCategory {
        let thousands = number.count % 100_000
        switch (number.count, number.hundred) {
        case (0, _): return .zero
        case (1, _): return .one
        case (_, 2), (_, 22), (_, 42), (_, 62), (_, 82): return .two
        case (_, 3), (_, 23), (_, 43), (_, 63), (_, 83): return .few
        case (_, 1), (_, 21), (_, 41), (_, 61), (_, 81): return .many
        default: break
        }
        let isRoundThousand =
            number.count % 1000 == 0
            && ((1000...20_000).contains(thousands) || [40_000, 60_000, 80_000].contains(thousands))
        return isRoundThousand || number.count % 1_000_000 == 100_000 ? .two : .other
    }
}
