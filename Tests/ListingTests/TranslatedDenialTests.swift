import LocatedJSON
import Testing

@testable import Listing

/// What denies a need in other languages than English, and what only seems to.
struct TranslatedDenialTests {
    private func isDenied(_ sentence: String, _ language: String, isOptional: Bool = false) throws -> Bool {
        let lexicon = try #require(DenialLexicon.of(language))
        let before = try #require(sentence.firstIndex(of: "§").map { sentence[..<$0].utf8.count })
        let text = Array(sentence.replacing("§", with: "`name`").utf8)
        guard lexicon.hasSign(in: text[...]) else { return false }
        let words = SentenceWords(of: text, partingElisions: true)
        return TranslatedDenial(
            lexicon,
            try #require(words.surroundings(ofWordAt: before)),
            isOptional: isOptional,
            ownNames: [["acme"], ["synchro", "agenda"]]
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
        // The verb before the subject
        ("ar", "لا يحتاج Acme إلى §."), ("ar", "لا يستخدم Acme الإذن §."), ("ar", "لا يستخدم التكامل §."),
        ("ar", "Acme لا يستخدم § ولا `name`."), ("ar", "لا حاجة إلى §."), ("ar", "لا يتم استخدام §."),
        // Nobody who asks
        ("es", "No se necesita §."), ("es", "No se requiere el permiso §."), ("es", "No se usa §."),
        ("es", "No es necesario §."), ("es", "No se piden § ni `name`."), ("es", "§ no se pide."),
        ("es", "La integración no usa §."), ("es", "§ no es utilizado por Acme."),
        ("it", "Non serve §."), ("it", "Non è necessario §."), ("it", "§ non viene utilizzato."),
        ("it", "Non si usa §."), ("it", "Non c'è bisogno di §."), ("it", "L’integrazione non usa né § né `name`."),
        ("pt", "Não é necessária a permissão §."), ("pt", "Não se usa §."),
        ("pt", "§ não é solicitado pela integração."),
        ("pt", "A integração não usa §."), ("pt", "Não há necessidade de §."),
        ("fr", "L'accès § n'est pas requis."), ("fr", "Aucune autorisation § n'est demandée."),
        ("fr", "§ n'est ni utilisé ni demandé."), ("fr", "Acme n'utilise pas du tout §."),
        ("fr", "L’intégration n’utilise jamais §."), ("fr", "§ n'est pas utilisé par Acme."),
        ("fr", "Pas besoin de §."),
        ("fr", "La synchro agenda n'utilise pas §."), ("fr", "Pourquoi si peu ? Acme n'utilise pas §."),
        ("de", "Es wird kein § benötigt."), ("de", "Dafür wird § nicht benötigt."), ("de", "§ brauchen wir nicht."),
        ("de", "Acme verwendet § überhaupt nicht."), ("de", "Wir benötigen weder § noch `name`."),
        ("de", "§ wird von Acme nicht genutzt."), ("de", "Diese Integration fordert § nicht an."),
        ("de", "Keine Berechtigung § wird verlangt."),
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
        // In front of the subject
        ("fr", "Une fois accordé, Acme ne demande plus §."), ("fr", "Sur mobile, Acme n'utilise pas §."),
        ("fr", "Au départ, Acme n'utilise pas §."), ("fr", "En mode lecture, Acme n'utilise pas §."),
        ("fr", "La nuit : Acme n'utilise pas §."), ("fr", "Une fois accordé, § n'est plus demandé."),
        ("es", "De noche, Acme no usa §."), ("es", "Una vez concedido, § no se pide."), ("es", "De noche no se usa §."),
        ("pt", "À noite, o Acme não usa §."), ("pt", "Uma vez concedido, § não é solicitado."),
        ("it", "Di notte Acme non usa §."), ("it", "Una volta concesso, § non viene chiesto."),
        ("it", "Di notte non serve §."), ("ar", "ليلا لا نستخدم §."), ("ar", "في الليل، لا يستخدم Acme §."),
        ("de", "Nachts verwendet Acme § nicht."), ("de", "Nachts wird § nicht verwendet."),
        // Another subject
        ("fr", "Certains clients n'utilisent pas §."), ("fr", "Rien ne demande pas §."),
        ("fr", "Le client n'utilise pas §."), ("es", "Algunos clientes no usan §."), ("es", "El cliente no usa §."),
        ("pt", "Alguns clientes não usam §."), ("pt", "O cliente não usa §."), ("it", "Alcuni clienti non usano §."),
        ("it", "Il cliente non usa §."), ("de", "Manche Kunden verwenden § nicht."),
        ("de", "Niemand verwendet § nicht."),
        ("ar", "لا يستخدم العملاء §."), ("ar", "بعض العملاء لا يستخدم §."),
        // A question
        ("fr", "Acme n'utilise pas § ?"), ("fr", "Pourquoi Acme n'utilise pas § ?"), ("es", "¿No se usa §?"),
        ("es", "No se usa §?"), ("pt", "O Acme não usa §?"), ("it", "Non serve §?"), ("de", "Verwendet Acme § nicht?"),
        ("de", "Acme verwendet § nicht?"), ("ar", "لا نستخدم §؟"),
        // Behind the denial
        ("de", "Acme verwendet § nicht, nachts."), ("de", "Acme verwendet § nicht (nachts)."),
        ("fr", "Acme n'utilise pas §, la nuit."), ("fr", "Acme n'utilise pas § : la nuit."),
        ("fr", "Acme n'utilise pas § – la nuit."), ("es", "Acme no usa §, de noche."), ("es", "§ no se usa de noche."),
        ("pt", "O Acme não usa §, à noite."), ("it", "Non serve §, di notte."), ("ar", "لا نستخدم §، ليلا."),
        ("de", "§ brauchen wir nachts nicht."), ("de", "§ wird von Kunden nicht verwendet."),
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
        #expect(try !isDenied("Non serve §.", "it", isOptional: true))
        #expect(try !isDenied("No se necesita §.", "es", isOptional: true))
        #expect(try isDenied("No se usa §.", "es", isOptional: true))
        #expect(try !isDenied("§ n'est ni utilisé ni requis.", "fr", isOptional: true))
        #expect(try !isDenied("لا حاجة إلى §.", "ar", isOptional: true))
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
