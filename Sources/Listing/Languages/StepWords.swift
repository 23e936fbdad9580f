/// The words that headings speak of steps by, in the languages that they are known in.
enum StepWords {
    /// Whether a heading speaks of steps: "Next steps", "Étapes suivantes".
    static func speaks(_ heading: String, in language: String) -> Bool {
        let words = words(of: language)
        return pieces(of: heading).contains { words.contains($0.lowercased()) }
    }

    /// Whether a heading begins with a step and its number, as "Step 3" does, and in other languages "Étape 3 : connecter".
    static func counts(_ heading: String, in language: String) -> Bool {
        let start = pieces(of: heading).prefix(2)
        return start.count == 2 && start.contains { $0.allSatisfy(\.isNumber) }
            && start.contains { words(of: language).contains($0.lowercased()) }
    }

    /// Runs of letters, and of digits.
    private static func pieces(of heading: String) -> [Substring] {
        heading.split { !$0.isLetter && !$0.isNumber }.flatMap { run -> [Substring] in
            guard
                let border = run.indices.dropFirst().first(where: { run[$0].isNumber != run[run.startIndex].isNumber })
            else { return [run] }
            return [run[..<border], run[border...]]
        }
    }

    private static func words(of language: String) -> Set<String> {
        byLanguage[language.lowercased().prefix { $0 != "-" }.description] ?? []
    }

    /// In their forms, with the article where it is one word with them.
    private static let byLanguage: [String: Set<String>] = [
        "ar": ["خطوة", "خطوات", "خطوتان", "خطوتين", "الخطوة", "الخطوات"],
        "cs": ["krok", "kroky", "kroků"],
        "da": ["trin", "trinene", "trinnet"],
        "de": ["schritt", "schritte", "schritten"],
        "el": ["βήμα", "βήματα"],
        "en": ["step", "steps"],
        "es": ["paso", "pasos"],
        "fi": ["vaihe", "vaiheet"],
        "fr": ["étape", "étapes"],
        "he": ["שלב", "שלבים", "השלבים", "צעד", "צעדים"],
        "hu": ["lépés", "lépések"],
        "id": ["langkah"],
        "it": ["passo", "passi", "passaggio", "passaggi"],
        "ja": ["手順", "ステップ"],
        "ko": ["단계"],
        "nb": ["trinn", "trinnene"],
        "nl": ["stap", "stappen"],
        "no": ["trinn", "trinnene"],
        "pl": ["krok", "kroki", "kroków"],
        "pt": ["passo", "passos", "etapa", "etapas"],
        "ro": ["pas", "pași", "pașii", "pasul"],
        "ru": ["шаг", "шаги", "шагов"],
        "sv": ["steg", "stegen"],
        "tr": ["adım", "adımlar"],
        "uk": ["крок", "кроки", "кроків"],
        "vi": ["bước"],
        "zh": ["步骤", "步驟"],
    ]
}
