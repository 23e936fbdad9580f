import Templates
import Testing

/// The samples for whole numbers that Unicode CLDR gives with its cardinal rules.
private let samples: [(languages: String, samples: [PluralCategory: [Int]])] = [
    ("en de nl sv nb da et fi el hu bg tr eo xx", [.one: [1], .other: [0, 2, 16, 100, 1000, 1_000_000]]),
    ("ja ko zh vi id th", [.other: [0, 1, 15, 100, 1_000_000]]),
    ("fr pt pt-BR", [.one: [0, 1], .many: [1_000_000, 2_000_000], .other: [2, 17, 100, 1000, 1_000_001]]),
    ("es it ca pt-PT", [.one: [1], .many: [1_000_000, 5_000_000], .other: [0, 2, 16, 100, 1000]]),
    ("hi bn fa", [.one: [0, 1], .other: [2, 17, 100, 1000]]),
    ("is mk", [.one: [1, 21, 31, 101], .other: [0, 2, 11, 16, 111, 1000]]),
    (
        "ar ar-EG",
        [
            .zero: [0], .one: [1], .two: [2], .few: [3, 10, 103, 110, 1003], .many: [11, 26, 111, 1011, 99],
            .other: [100, 102, 200, 502, 1000],
        ]
    ),
    ("he iw", [.one: [1], .two: [2], .other: [0, 3, 17, 100]]),
    (
        "ru uk be",
        [.one: [1, 21, 101, 1001], .few: [2, 4, 22, 34, 102], .many: [0, 5, 11, 14, 19, 20, 100, 111, 112]]
    ),
    ("pl", [.one: [1], .few: [2, 4, 22, 104], .many: [0, 5, 12, 14, 19, 21, 100, 101]]),
    ("sr hr bs", [.one: [1, 21, 101], .few: [2, 4, 22, 34], .other: [0, 5, 11, 12, 19, 100]]),
    ("cs sk", [.one: [1], .few: [2, 3, 4], .other: [0, 5, 19, 100, 102]]),
    ("sl hsb", [.one: [1, 101, 201], .two: [2, 102], .few: [3, 4, 103], .other: [0, 5, 19, 100]]),
    ("ro", [.one: [1], .few: [0, 2, 16, 101, 119], .other: [20, 35, 100, 1000, 120]]),
    ("lv", [.zero: [0, 10, 11, 20, 111], .one: [1, 21, 101], .other: [2, 9, 22, 102]]),
    ("lt", [.one: [1, 21, 101], .few: [2, 9, 22, 102], .other: [0, 10, 20, 11, 111]]),
    ("ga", [.one: [1], .two: [2], .few: [3, 6], .many: [7, 10], .other: [0, 11, 25, 100]]),
    ("gd", [.one: [1, 11], .two: [2, 12], .few: [3, 10, 13, 19], .other: [0, 20, 34, 100]]),
    ("cy", [.zero: [0], .one: [1], .two: [2], .few: [3], .many: [6], .other: [4, 5, 7, 20, 100]]),
    ("gv", [.one: [1, 11, 101], .two: [2, 12, 102], .few: [0, 20, 40, 100, 120], .other: [3, 10, 13, 23]]),
    (
        "br",
        [
            .one: [1, 21, 81, 101], .two: [2, 22, 82, 102], .few: [3, 4, 9, 23, 29, 109], .many: [1_000_000],
            .other: [0, 5, 11, 12, 13, 71, 91, 100],
        ]
    ),
    (
        "kw",
        [
            .zero: [0], .one: [1], .two: [2, 22, 102, 1000, 2000, 100_000], .few: [3, 23, 103],
            .many: [21, 41, 101, 121], .other: [4, 19, 100, 30_000],
        ]
    ),
    ("mt", [.one: [1], .two: [2], .few: [0, 3, 10, 103], .many: [11, 19, 111], .other: [20, 35, 100, 120]]),
    ("fil tl", [.one: [0, 1, 2, 3, 5, 7, 8, 10, 21], .other: [4, 6, 9, 14, 16, 19, 104]]),
    ("se", [.one: [1], .two: [2], .other: [0, 3, 17, 100]]),
]

struct PluralRulesTests {
    @Test(arguments: samples.map(\.languages))
    func `a number has the form that CLDR gives it`(languages: String) throws {
        let expected = try #require(samples.first { $0.languages == languages }).samples
        for language in languages.split(separator: " ") {
            let rules = PluralRules(language: String(language))
            for (category, numbers) in expected {
                for number in numbers {
                    #expect(rules.category(of: number) == category, "\(number) in \(language)")
                }
            }
        }
    }

    @Test func `a number below nothing has the form of its size, and none is too large`() {
        #expect(PluralRules(language: "pl").category(of: -2) == .few)
        #expect(PluralRules(language: "fr").category(of: .min) == .other)
    }

    @Test(arguments: [
        ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("az-Arab", "rtl"), ("pa-Arab-PK", "rtl"),
        ("en", "ltr"), ("fr", "ltr"), ("ar-Latn", "ltr"), ("ks-Deva", "ltr"), ("", "ltr"), ("arabic", "ltr"),
    ])
    func `a language runs the way that its script does`(language: String, direction: String) {
        #expect(TextDirection(language: language).rawValue == direction)
    }
}
