/// How a language says that something is not needed: only what says it beyond doubt.
///
/// A pattern is a whole sentence, as a row of words. `a|b` is one of two, `a?` may be left out. `NAMES` are those of scopes,
/// with what stands before and between them, and `SUBJECT` is the integration; `VERB`, `PASSIVE` and `PARTICIPLE` stand for
/// those of the language: of a scope that customers may decline, for those of asking and using alone.
struct DenialLexicon: Sendable {
    /// What may stand for the integration, besides its name.
    let subjects: [[String]]
    /// `requires`, and `asks for` or `uses`, as the integration and "we" do.
    let needs, asks: Set<String>
    /// The same as they are said of scopes, in languages that do so without a participle: `se necesita`.
    let isNeeded, isAsked: Set<String>
    /// `required`, and `used`.
    let needed, used: Set<String>
    let clauses: [Pattern]
    /// Those that say nothing of a scope that customers may decline.
    let clausesOfNeed: [Pattern]
    /// What may stand before the names of a list, and between them.
    let determiners, connectors: Set<String>
    /// Without one of them nothing is denied: parts of words, in small letters.
    private let signs: [[UInt8]]

    /// nil for a language of which nobody has written it down.
    static func of(_ language: String) -> DenialLexicon? {
        byLanguage[language.lowercased().prefix { $0 != "-" }.description]
    }

    /// Whether a sentence may deny anything.
    ///
    /// Bytes are looked at first: words are read only where it is worth while.
    func hasSign(in sentence: ArraySlice<UInt8>) -> Bool {
        sentence.indices.contains { index in
            signs.contains { sign in
                index + sign.count <= sentence.endIndex
                    && zip(sentence[index...], sign).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
            }
        }
    }

    private static let byLanguage: [String: DenialLexicon] = [
        "fr": french, "es": spanish, "pt": portuguese, "it": italian, "de": german, "ar": arabic,
    ]
}

extension DenialLexicon {
    /// A row of words as ``DenialLexicon`` writes it.
    struct Pattern: Sendable {
        enum Meaning: Sendable {
            case subject, names, verb, passive, participle
            case words(Set<String>)
        }

        struct Slot: Sendable {
            let meaning: Meaning
            let isOptional: Bool
        }

        let slots: [Slot]

        init(_ text: String) {
            slots = text.split(separator: " ").map { word in
                let isOptional = word.hasSuffix("?")
                return Slot(meaning: Self.meaning(isOptional ? word.dropLast() : word), isOptional: isOptional)
            }
        }

        private static func meaning(_ word: Substring) -> Meaning {
            switch word {
            case "SUBJECT": .subject
            case "NAMES": .names
            case "VERB": .verb
            case "PASSIVE": .passive
            case "PARTICIPLE": .participle
            default: .words(Set(word.split(separator: "|").map(String.init)))
            }
        }
    }

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
    private static func rows(_ texts: String...) -> [[String]] {
        texts.map { $0.split(separator: " ").map(String.init) }
    }
    private static func patterns(_ texts: String...) -> [Pattern] { texts.map(Pattern.init) }
    private static func signs(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    /// Elided words are written out: `n'a` is `ne a`.
    private static let french = DenialLexicon(
        subjects: rows(
            "nous",
            "on",
            "il",
            "elle",
            "l' intégration",
            "l' application",
            "l' appli",
            "l' app",
            "l' extension",
            "le connecteur",
            "cette intégration",
            "cette application",
            "cette appli",
            "cette app",
            "cette extension",
            "cette fonction",
            "cette fonctionnalité",
            "ce connecteur"
        ),
        needs: words("nécessite nécessitons requiert requérons exige exigeons"),
        asks: words("demande demandons sollicite sollicitons utilise utilisons"),
        isNeeded: [],
        isAsked: [],
        needed: words("nécessaire nécessaires requis requise requises exigé exigée exigés exigées"),
        used: words(
            "demandé demandée demandés demandées utilisé utilisée utilisés utilisées sollicité sollicitée sollicités sollicitées"
        ),
        clauses: patterns(
            "SUBJECT ne VERB pas|jamais|plus|ni|aucun|aucune NAMES",
            "SUBJECT ne VERB pas du tout NAMES",
            "NAMES ne est|sont|sera|seront pas|jamais|plus PARTICIPLE par? SUBJECT?",
            "NAMES ne est|sont pas du tout PARTICIPLE",
            "NAMES ne est|sont ni PARTICIPLE ni PARTICIPLE",
            "aucun|aucune NAMES ne est PARTICIPLE par? SUBJECT?",
            "ni NAMES ne est|sont PARTICIPLE par? SUBJECT?"
        ),
        clausesOfNeed: patterns(
            "SUBJECT ne a|avons pas|jamais|plus|aucun besoin ni? NAMES",
            "SUBJECT ne a|avons pas du tout besoin NAMES",
            "SUBJECT ne a|avons besoin ni NAMES",
            "pas|nul|aucun besoin NAMES"
        ),
        determiners: words(
            "le la les l' un une du des de d' cette ce ces portée portées scope scopes autorisation autorisations permission permissions "
                + "droit droits accès"
        ),
        connectors: words(", ou et ni"),
        signs: signs("n'", "n’", "ne ", "pas ", "nul ", "aucun ")
    )

    private static let spanish = DenialLexicon(
        subjects: rows(
            "nosotros",
            "la integración",
            "esta integración",
            "la aplicación",
            "esta aplicación",
            "la app",
            "esta app",
            "la extensión",
            "esta extensión",
            "el conector",
            "este conector",
            "esta función"
        ),
        needs: words("necesita necesitamos requiere requerimos exige exigimos"),
        asks: words("pide pedimos solicita solicitamos usa usamos utiliza utilizamos"),
        isNeeded: words("necesita necesitan requiere requieren exige exigen"),
        isAsked: words("pide piden solicita solicitan usa usan utiliza utilizan"),
        needed: words("necesario necesaria necesarios necesarias requerido requerida requeridos requeridas"),
        used: words(
            "usado usada usados usadas utilizado utilizada utilizados utilizadas solicitado solicitada solicitados solicitadas"
        ),
        clauses: patterns(
            "SUBJECT? no|nunca|tampoco VERB nunca|ni|ningún|ninguna? NAMES",
            "no|nunca|tampoco se PASSIVE ni|ningún|ninguna? NAMES",
            "no|nunca es|son PARTICIPLE ni|ningún|ninguna? NAMES",
            "NAMES no|nunca|tampoco es|son|será|serán|está|están PARTICIPLE por? SUBJECT?",
            "NAMES no|nunca|tampoco se PASSIVE",
            "ningún|ninguna NAMES es PARTICIPLE",
            "ni NAMES es|son PARTICIPLE"
        ),
        clausesOfNeed: patterns(
            "no|nunca|tampoco hace|hacen falta ni|ningún|ninguna? NAMES",
            "NAMES no|nunca|tampoco hace|hacen falta",
            "SUBJECT? no|nunca tiene|tenemos necesidad ni? NAMES",
            "no hay necesidad NAMES"
        ),
        determiners: words(
            "el la los las un una de del este esta estos estas permiso permisos ámbito ámbitos alcance acceso accesos scope scopes"
        ),
        connectors: words(", o u y e ni"),
        signs: signs("no ", "nunca ", "tampoco ", "ning", "ni ")
    )

    private static let portuguese = DenialLexicon(
        subjects: rows(
            "nós",
            "ele",
            "ela",
            "a integração",
            "esta integração",
            "a aplicação",
            "o aplicativo",
            "este aplicativo",
            "o app",
            "este app",
            "a extensão",
            "o conector",
            "esta função",
            "este recurso"
        ),
        needs: words("precisa precisamos necessita necessitamos requer requeremos exige exigimos"),
        asks: words("pede pedimos solicita solicitamos usa usamos utiliza utilizamos"),
        isNeeded: words("requer requerem exige exigem"),
        isAsked: words("pede pedem solicita solicitam usa usam utiliza utilizam"),
        needed: words("necessário necessária necessários necessárias requerido requerida preciso precisa"),
        used: words(
            "usado usada usados usadas utilizado utilizada utilizados utilizadas solicitado solicitada solicitados solicitadas"
        ),
        clauses: patterns(
            "SUBJECT? não|nunca|jamais VERB nunca|nem|nenhum|nenhuma? NAMES",
            "não|nunca|jamais se PASSIVE nem|nenhum|nenhuma? NAMES",
            "não|nunca é|são PARTICIPLE nem|nenhum|nenhuma? NAMES",
            "NAMES não|nunca|jamais é|são|será|serão PARTICIPLE por? SUBJECT?",
            "NAMES não|nunca|jamais é|são PARTICIPLE pela integração|aplicação|extensão",
            "NAMES não|nunca|jamais se PASSIVE",
            "nenhum|nenhuma NAMES é PARTICIPLE",
            "nem NAMES é|são PARTICIPLE"
        ),
        clausesOfNeed: patterns("SUBJECT? não|nunca tem|temos necessidade nem? NAMES", "não há necessidade NAMES"),
        determiners: words(
            "o a os as um uma de do da dos das este esta permissão permissões escopo escopos autorização autorizações acesso acessos "
                + "scope scopes"
        ),
        connectors: words(", ou e nem"),
        signs: signs("não ", "nunca ", "jamais ", "nenhum", "nem ")
    )

    private static let italian = DenialLexicon(
        subjects: rows(
            "noi",
            "l' integrazione",
            "questa integrazione",
            "quest' integrazione",
            "l' applicazione",
            "questa applicazione",
            "l' app",
            "questa app",
            "l' estensione",
            "il connettore",
            "questa funzione"
        ),
        needs: words("richiede richiediamo necessita necessitiamo esige"),
        asks: words("chiede chiediamo usa usiamo utilizza utilizziamo"),
        isNeeded: words("richiede richiedono"),
        isAsked: words("chiede chiedono usa usano utilizza utilizzano"),
        needed: words("necessario necessaria necessari necessarie richiesto richiesta richiesti richieste"),
        used: words("usato usata usati usate utilizzato utilizzata utilizzati utilizzate"),
        clauses: patterns(
            "SUBJECT? non VERB mai|né|alcun|alcuna|nessun|nessuna? NAMES",
            "non si PASSIVE mai|né|alcun|alcuna|nessun|nessuna? NAMES",
            "non è|sono|viene|vengono mai? PARTICIPLE né|alcun|alcuna|nessun|nessuna? NAMES",
            "NAMES non è|sono|sarà|saranno|viene|vengono|verrà|verranno mai? PARTICIPLE da? SUBJECT?",
            "NAMES non è|sono|viene|vengono né PARTICIPLE né PARTICIPLE",
            "NAMES non si PASSIVE mai?",
            "nessun|nessuna NAMES è|viene PARTICIPLE",
            "né NAMES è|sono|viene|vengono PARTICIPLE"
        ),
        clausesOfNeed: patterns(
            "SUBJECT? non ha|abbiamo mai? bisogno né? NAMES",
            "non c' è bisogno né? NAMES",
            "non serve|servono|occorre|occorrono né|alcun|alcuna|nessun|nessuna? NAMES",
            "NAMES non serve|servono|occorre|occorrono"
        ),
        determiners: words(
            "il lo la i gli le l' un uno una di del dello della dell' dei delle autorizzazione autorizzazioni permesso permessi "
                + "ambito ambiti accesso accessi scope"
        ),
        connectors: words(", o e né"),
        signs: signs("non ", "nessun", "né ")
    )

    /// `sie` is "they" and "you" as well.
    private static let german = DenialLexicon(
        subjects: rows(
            "wir",
            "es",
            "die integration",
            "diese integration",
            "die anwendung",
            "diese anwendung",
            "die app",
            "diese app",
            "die erweiterung",
            "diese erweiterung",
            "diese funktion"
        ),
        needs: words("benötigt benötigen braucht brauchen verlangt verlangen erfordert"),
        asks: words("verwendet verwenden nutzt nutzen benutzt benutzen"),
        isNeeded: [],
        isAsked: [],
        needed: words("nötig erforderlich notwendig benötigt gebraucht verlangt"),
        used: words("verwendet genutzt benutzt angefordert"),
        clauses: patterns(
            "SUBJECT VERB nie|niemals|kein|keine|keinen|keinerlei|weder NAMES",
            "SUBJECT VERB NAMES überhaupt|gar? nicht|nie|niemals",
            "SUBJECT fordert|fordern nie|niemals|kein|keine|keinen|keinerlei|weder NAMES an",
            "SUBJECT fordert|fordern NAMES überhaupt|gar? nicht|nie|niemals an",
            "NAMES VERB SUBJECT überhaupt|gar? nicht|nie|niemals",
            "NAMES ist|sind|wird|werden von? SUBJECT? überhaupt|gar? nicht|nie|niemals PARTICIPLE",
            "es|dafür|hierfür|dazu ist|sind|wird|werden kein|keine|keinerlei|weder NAMES PARTICIPLE",
            "dafür|hierfür|dazu ist|sind|wird|werden NAMES überhaupt|gar? nicht|nie|niemals PARTICIPLE",
            "dafür|hierfür|dazu VERB SUBJECT kein|keine|keinen|keinerlei|weder NAMES",
            "dafür|hierfür|dazu VERB SUBJECT NAMES überhaupt|gar? nicht|nie|niemals",
            "kein|keine|keinerlei|weder NAMES ist|sind|wird|werden PARTICIPLE"
        ),
        clausesOfNeed: [],
        determiners: words(
            "der die das den ein eine einen diese dieses diesen berechtigung berechtigungen scope scopes recht rechte zugriff"
        ),
        connectors: words(", oder und noch"),
        signs: signs("nicht", "nie", "kein", "weder ")
    )

    private static let arabic = DenialLexicon(
        subjects: rows(
            "نحن",
            "هو",
            "هي",
            "التكامل",
            "هذا التكامل",
            "التطبيق",
            "هذا التطبيق",
            "الإضافة",
            "هذه الإضافة",
            "هذه الميزة"
        ),
        needs: words("يحتاج تحتاج نحتاج يتطلب تتطلب نتطلب"),
        asks: words("يطلب تطلب نطلب يستخدم تستخدم نستخدم"),
        isNeeded: words("يلزم تلزم"),
        isAsked: words("يطلب تطلب نطلبه نطلبها يستخدم تستخدم نستخدمه نستخدمها"),
        needed: words("مطلوب مطلوبة مطلوبا ضروري ضرورية ضروريا لازم لازمة لازما"),
        used: words("مستخدم مستخدمة مستخدما"),
        clauses: patterns(
            "لا|لن VERB SUBJECT? NAMES",
            "SUBJECT لا|لن VERB NAMES",
            "NAMES لا|لن PASSIVE",
            "NAMES غير|ليس|ليست PARTICIPLE",
            "ليس|ليست NAMES PARTICIPLE",
            "لا|لن يتم استخدام|طلب NAMES"
        ),
        clausesOfNeed: patterns("لا|لن يلزم|تلزم NAMES", "لا حاجة NAMES"),
        determiners: words("إلى الى أي هذا هذه إذن الإذن أذونات الأذونات صلاحية الصلاحية صلاحيات نطاق النطاق"),
        connectors: words(", أو و ولا"),
        signs: signs("لا", "لن", "غير", "ليس")
    )
}
