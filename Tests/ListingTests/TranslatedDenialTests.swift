import LocatedJSON
import Testing

@testable import Listing

/// What denies a need in other languages than English, and what only seems to.
struct TranslatedDenialTests {
    private func isDenied(_ sentence: String, _ language: String, isOptional: Bool = false) throws -> Bool {
        let lexicon = try #require(DenialLexicon.of(language))
        let parts = sentence.split(separator: "§", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        try #require(parts.count == 2)
        return TranslatedDenial(
            lexicon,
            before: Array(parts[0].utf8),
            after: Array(parts[1].utf8),
            isOptional: isOptional
        ).isDenial
    }

    @Test(arguments: [
        ("fr", "Nous n'avons pas besoin de §."), ("fr", "Acme lit tout. Elle n’a jamais besoin de l’autorisation §."),
        ("fr", "Acme ne demande pas § ni `name`."), ("fr", "Acme n'utilise ni `name` ni §"),
        ("fr", "Le scope § n’est pas utilisé."), ("fr", "§ et `name` ne sont pas nécessaires"),
        ("fr-CA", "Acme ne demande aucune autorisation §."), ("fr", "Acme n'a pas besoin de `name`, § ou `name`."),
        ("es", "No necesita §."), ("es", "Acme nunca pide el permiso §."), ("es", "§ no se utiliza."),
        ("es", "No hace falta el permiso §."), ("es", "El permiso § no es necesario."),
        ("pt-BR", "O Acme não precisa de §."), ("pt", "§ não é usado."), ("pt", "Nunca pedimos a permissão §."),
        ("it", "Acme non ha bisogno di §."), ("it", "Acme non chiede mai §."), ("it", "§ non è necessario."),
        ("de", "Acme braucht kein §."), ("de", "Acme benötigt die Berechtigung § nicht."),
        ("de", "§ wird nicht verwendet."), ("de", "Acme verlangt nie §."),
        ("ar", "لا نحتاج إلى §."), ("ar", "لا يطلب Acme شيئًا. لا تستخدم §"), ("ar", "الإذن § غير مطلوب."),
        ("ar", "§ ليس مطلوبًا."),
    ])
    func `what says for certain that a scope is not needed is a denial`(language: String, sentence: String) throws {
        #expect(try isDenied(sentence, language))
    }

    @Test(arguments: [
        ("fr", "Nous avons besoin de §."), ("fr", "Sans §, rien n'est montré."), ("fr", "Acme ne demande que §."),
        ("fr", "Acme n'a pas besoin de § pour la publicité."),
        ("fr", "Acme ne demande pas § tant que rien n'est réservé."),
        ("fr", "Ne refusez pas §."), ("fr", "Vous n'avez pas besoin de §."), ("fr", "Acme ne marche pas avec §."),
        ("fr", "Acme n'utilise pas seulement §."), ("fr", "§ n'est pas encore utilisé."), ("fr", "N'oubliez jamais §."),
        ("fr", "Acme n'écrit rien. Elle demande §."), ("fr", "Ce n'est pas tout : § est demandé."),
        ("fr", "Si vous ne réservez pas, Acme ne demande pas §."), ("fr", "Acme n'a pas besoin de plus que §."),
        ("fr", "Acme ne demande pas de mot de passe, mais §."), ("fr", "Il ne suffit pas, § est requis."),
        ("es", "Sin § no se muestra nada."), ("es", "No necesita más que §."), ("es", "No pide § hasta que lo activa."),
        ("es", "Necesita §, no más."), ("es", "No olvides §."), ("es", "No solo usa §."), ("es", "§ no es suficiente."),
        ("pt", "Sem §, nada é mostrado."), ("pt", "Não pede § até ser ativado."), ("pt", "Não precisa de mais que §."),
        ("it", "Senza § non mostra nulla."), ("it", "Non chiede altro che §."),
        ("it", "Non usa § finché non è attivo."),
        ("it", "§ non è ancora usato."),
        ("de", "Ohne § wird nichts gezeigt."), ("de", "Acme benötigt nur §."),
        ("de", "Acme benötigt § nicht nur nachts."),
        ("de", "Acme benötigt § nicht, bis es aktiv ist."), ("de", "Sie benötigen § nicht."),
        ("de", "Acme verwendet §."),
        ("ar", "بدون § لا يظهر شيء."), ("ar", "لا نحتاج إلا إلى §."), ("ar", "لا تطلب § حتى تفعيلها."),
        ("ar", "نحتاج إلى §."),
    ])
    func `what has a condition or a limit, or denies something else, is none`(
        language: String,
        sentence: String
    ) throws {
        #expect(try !isDenied(sentence, language))
    }

    @Test func `a scope that customers may decline is needed by nothing, and used all the same`() throws {
        #expect(try !isDenied("§ n'est pas nécessaire.", "fr", isOptional: true))
        #expect(try !isDenied("Acme n'a pas besoin de §.", "fr", isOptional: true))
        #expect(try isDenied("Acme n'utilise pas §.", "fr", isOptional: true))
        #expect(try !isDenied("Acme braucht § nicht.", "de", isOptional: true))
        #expect(try isDenied("§ wird nicht verwendet.", "de", isOptional: true))
    }

    @Test func `of a language that is not known nothing is said`() {
        #expect(DenialLexicon.of("ja") == nil && DenialLexicon.of("PT-br") != nil)
    }

    @Test func `any text is taken`() throws {
        for text in ["§", "'''§'''", "n'§n'", ".,;:§:;,.", "ne ne ne §§ pas", "\u{FFFD}§\u{0}"] {
            _ = try isDenied(text, "fr")
            _ = try isDenied(text, "ar")
        }
    }
}

/// What headings and lists speak of steps.
struct StepsTests {
    @Test(arguments: [
        ("Next steps", "en"), ("Étapes suivantes", "fr-CA"), ("Die ersten Schritte", "de"), ("الخطوات التالية", "ar"),
        ("手順", "ja"),
    ])
    func `a heading speaks of steps in its language`(heading: String, language: String) {
        #expect(StepWords.speaks(heading, in: language))
        #expect(!StepWords.speaks(heading, in: language == "en" ? "fr" : "en"))
    }

    @Test func `a heading is that of a step by its number`() {
        for (heading, language) in [
            ("Step 3", "en"), ("Étape 3 : connecter", "fr"), ("1. Schritt", "de"), ("ステップ2", "ja"), ("الخطوة ٢", "ar"),
        ] {
            #expect(StepWords.counts(heading, in: language), "\(heading)")
        }
        for (heading, language) in [
            ("Steps", "en"), ("Step by step", "en"), ("Stepwise 3", "en"), ("Étape 3", "en"), ("Step 3", "xx"),
            ("", "en"),
            ("Version 2, step 3", "en"),
        ] {
            #expect(!StepWords.counts(heading, in: language), "\(heading)")
        }
    }
}
