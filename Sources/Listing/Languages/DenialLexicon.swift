/// How a language says that something is not needed: only what says it beyond doubt.
///
/// A pattern is a row of words. `a|b` is one of two, `a?` may be left out, and `VERB` and `PARTICIPLE` stand for those of the
/// language: of a scope that customers may decline, for those of asking and using alone.
struct DenialLexicon: Sendable {
    /// `requires`, and `asks for` or `uses`.
    let needs, asks: Set<String>
    /// `required`, and `used`.
    let needed, used: Set<String>
    /// What stands right before the name.
    let before: [Pattern]
    /// The same, and says nothing of a scope that customers may decline.
    let beforeNeeded: [Pattern]
    /// What stands right behind a name that begins its clause.
    let after: [Pattern]
    /// What stands behind a name that a verb stands before.
    let afterVerb: [Pattern]
    /// What may stand between the words and the name, and between the names of a list.
    let determiners, connectors: Set<String>
    /// `neither`: it begins a list and is a part of what is said of it.
    let neither: Set<String>
    /// What makes it true at times only, of a part, or of the reader.
    let conditions: Set<String>

    /// nil for a language of which nobody has written it down.
    static func of(_ language: String) -> DenialLexicon? {
        byLanguage[language.lowercased().prefix { $0 != "-" }.description]
    }

    private static let byLanguage: [String: DenialLexicon] = [
        "fr": french, "es": spanish, "pt": portuguese, "it": italian, "de": german, "ar": arabic,
    ]
}

extension DenialLexicon {
    /// A row of words as ``DenialLexicon`` writes it.
    struct Pattern: Sendable {
        struct Slot: Sendable {
            let words: Set<String>
            let isOptional: Bool
        }

        let slots: [Slot]

        init(_ text: String) {
            slots = text.split(separator: " ").map { word in
                let isOptional = word.hasSuffix("?")
                return Slot(
                    words: Set((isOptional ? word.dropLast() : word).split(separator: "|").map(String.init)),
                    isOptional: isOptional
                )
            }
        }

        static let verb = "VERB"
        static let participle = "PARTICIPLE"
    }

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
    private static func patterns(_ texts: String...) -> [Pattern] { texts.map(Pattern.init) }

    /// Elided words are written out: `n'a` is `ne a`.
    private static let french = DenialLexicon(
        needs: words("nécessite nécessitons nécessitent requiert requérons requièrent exige exigeons exigent"),
        asks: words("demande demandons demandent sollicite sollicitons sollicitent utilise utilisons utilisent"),
        needed: words("nécessaire nécessaires requis requise requises exigé exigée exigés exigées"),
        used: words(
            "demandé demandée demandés demandées utilisé utilisée utilisés utilisées sollicité sollicitée sollicités sollicitées"
        ),
        before: patterns("ne VERB pas|jamais|plus|ni|aucun|aucune"),
        beforeNeeded: patterns("ne a|ai|avons|ont pas|jamais|plus|aucun besoin", "ne a|avons|ont besoin ni"),
        after: patterns("ne est|sont|sera|seront pas|jamais|plus PARTICIPLE"),
        afterVerb: [],
        determiners: words(
            "le la les l' un une du des de d' cette ce ces portée portées scope scopes autorisation autorisations permission permissions "
                + "droit droits"
        ),
        connectors: words(", ou et ni"),
        neither: ["ni"],
        conditions: words(
            "si s' sinon sauf sans hormis quand lorsque lorsqu' tant jusque jusqu' avant après pour dès que qu' encore seulement "
                + "uniquement mais où vous votre vos tu défaut pendant lors dans parfois autre autres seul seule"
        )
    )

    private static let spanish = DenialLexicon(
        needs: words("necesita necesitamos necesitan requiere requerimos requieren exige exigimos exigen"),
        asks: words("pide pedimos piden solicita solicitamos solicitan usa usamos usan utiliza utilizamos utilizan"),
        needed: words("necesario necesaria necesarios necesarias requerido requerida requeridos requeridas"),
        used: words(
            "usado usada usados usadas utilizado utilizada utilizados utilizadas solicitado solicitada solicitados solicitadas"
        ),
        before: patterns("no|nunca|tampoco VERB nunca|ni|ningún|ninguna?"),
        beforeNeeded: patterns("no|nunca hace|hacen falta ni?", "no|nunca tiene|tenemos|tienen necesidad ni?"),
        after: patterns("no|nunca es|son|será|serán|está|están PARTICIPLE", "no|nunca se VERB"),
        afterVerb: [],
        determiners: words(
            "el la los las un una de del este esta estos estas permiso permisos ámbito ámbitos alcance scope scopes"
        ),
        connectors: words(", o u y e ni"),
        neither: ["ni"],
        conditions: words(
            "si salvo excepto sin cuando hasta antes después para aún todavía solo sólo solamente únicamente pero sino mientras donde "
                + "usted ustedes tú más que otro otra otros otras en"
        )
    )

    private static let portuguese = DenialLexicon(
        needs: words(
            "precisa precisamos precisam necessita necessitamos necessitam requer requeremos requerem exige exigimos exigem"
        ),
        asks: words("pede pedimos pedem solicita solicitamos solicitam usa usamos usam utiliza utilizamos utilizam"),
        needed: words("necessário necessária necessários necessárias requerido requerida"),
        used: words(
            "usado usada usados usadas utilizado utilizada utilizados utilizadas solicitado solicitada solicitados solicitadas"
        ),
        before: patterns("não|nunca|jamais VERB nunca|nem|nenhum|nenhuma?"),
        beforeNeeded: patterns("não|nunca tem|temos|têm necessidade nem?"),
        after: patterns("não|nunca é|são|será|serão PARTICIPLE"),
        afterVerb: [],
        determiners: words(
            "o a os as um uma de do da dos das este esta permissão permissões escopo escopos autorização autorizações scope scopes"
        ),
        connectors: words(", ou e nem"),
        neither: ["nem"],
        conditions: words(
            "se salvo exceto sem quando até antes depois para ainda só somente apenas mas senão enquanto onde você vocês mais que outro "
                + "outra outros outras em"
        )
    )

    private static let italian = DenialLexicon(
        needs: words("richiede richiediamo richiedono necessita necessitiamo necessitano esige esigono"),
        asks: words("chiede chiediamo chiedono usa usiamo usano utilizza utilizziamo utilizzano"),
        needed: words("necessario necessaria necessari necessarie richiesto richiesta richiesti richieste"),
        used: words("usato usata usati usate utilizzato utilizzata utilizzati utilizzate"),
        before: patterns("non VERB mai|né|alcun|alcuna|nessun|nessuna?"),
        beforeNeeded: patterns("non ha|abbiamo|hanno mai? bisogno né?"),
        after: patterns("non è|sono|sarà|saranno mai? PARTICIPLE"),
        afterVerb: [],
        determiners: words(
            "il lo la i gli le l' un uno una di del dello della dell' dei delle autorizzazione autorizzazioni permesso permessi "
                + "ambito ambiti scope"
        ),
        connectors: words(", o e né"),
        neither: ["né"],
        conditions: words(
            "se salvo tranne senza quando finché fino prima dopo per ancora solo soltanto solamente ma bensì mentre dove lei tu più che "
                + "altro altra altri altre in"
        )
    )

    private static let german = DenialLexicon(
        needs: words("benötigt benötigen braucht brauchen verlangt verlangen erfordert erfordern"),
        asks: words("verwendet verwenden nutzt nutzen benutzt benutzen"),
        needed: words("nötig erforderlich notwendig benötigt gebraucht verlangt"),
        used: words("verwendet genutzt benutzt angefordert"),
        before: patterns("VERB nie|niemals|kein|keine|keinen|keinerlei|weder"),
        beforeNeeded: [],
        after: patterns("ist|sind|wird|werden nicht|nie|niemals PARTICIPLE"),
        afterVerb: patterns("nicht|nie|niemals"),
        determiners: words(
            "der die das den ein eine einen diese dieses diesen berechtigung berechtigungen scope scopes recht rechte"
        ),
        connectors: words(", oder und noch"),
        neither: [],
        conditions: words(
            "wenn falls sofern außer ausser ohne bis bevor ehe solange sobald erst nur lediglich für um zum zur aber sondern sonst wo sie "
                + "ihr du mehr als andere anderen in im bei beim während"
        )
    )

    private static let arabic = DenialLexicon(
        needs: words("يحتاج تحتاج نحتاج يتطلب تتطلب نتطلب"),
        asks: words("يطلب تطلب نطلب يستخدم تستخدم نستخدم"),
        needed: words("مطلوب مطلوبة مطلوبا ضروري ضرورية ضروريا لازم لازمة لازما"),
        used: words("مستخدم مستخدمة مستخدما"),
        before: patterns("لا|لن VERB أي?"),
        beforeNeeded: [],
        after: patterns("غير|ليس|ليست PARTICIPLE"),
        afterVerb: [],
        determiners: words("إلى الى هذا هذه إذن الإذن أذونات الأذونات صلاحية الصلاحية صلاحيات نطاق النطاق"),
        connectors: words(", أو و ولا"),
        neither: [],
        conditions: words("إذا إلا حتى بدون دون قبل بعد عند عندما فقط لكن ولكن حين حيث لم ما إن لو في من أجل سوى أنت")
    )
}
