package import LocatedJSON

/// A permission of the platform, as its catalogue describes it.
///
/// A reference: every listing looks at the same few scopes again and again.
package final class CatalogueScope: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case scope
        /// Grants all its members and cannot be narrowed: a key that opens several doors.
        case bundle
        case keyPermission = "key-permission"
        case hostPattern = "host-pattern"
        case permissionLevel = "permission-level"
    }

    package enum Action: String, Sendable, CaseIterable {
        case read, write, delete, manage
    }

    package enum Sensitivity: String, Sendable, CaseIterable, Comparable {
        case normal, sensitive, restricted

        /// By how much harm it can do.
        package static func < (left: Sensitivity, right: Sensitivity) -> Bool { left.harm < right.harm }

        private var harm: Int {
            switch self {
            case .normal: 0
            case .sensitive: 1
            case .restricted: 2
            }
        }
    }

    package let id: Located<String>
    /// Whether the catalogue writes it itself: of any other it knows what a description of the interface tells.
    package let isWritten: Bool
    package let title: String
    package let description: String
    package let kind: Kind
    /// In the main language, in which listings speak of their data.
    package let resource: String?
    /// In the language of the pages.
    package let shownResource: String?
    package let actions: [Action]
    /// Who can hold it: `bot`, `user`, `key` …; empty when the platform does not tell them apart.
    package let actors: [String]
    package let level: String?
    package let sensitivity: Sensitivity
    /// Whether anybody said so: where nobody did, it counts as normal in what is reckoned, and is not to be shown as such.
    package let isSensitivityTold: Bool
    package let implies: [Located<String>]
    package let members: [Located<String>]
    /// The plan that a customer needs before the scope can be granted.
    package let plan: String?
    package let isDeprecated: Bool
    package let replacedBy: Located<String>?
    /// The language of title, description, resource and plan, each where it is not the wanted one.
    package let titleLanguage: String?
    package let descriptionLanguage: String?
    package let resourceLanguage: String?
    package let planLanguage: String?
    /// The words in which people speak of the resource.
    package let terms: [String]

    init?(_ object: JSONObject) {
        guard let id = object.string("id") else { return nil }
        self.id = id
        isWritten = true
        title = object.string("title")?.value ?? id.value
        description = object.string("description")?.value ?? ""
        kind = object.choice("kind", of: Kind.self)?.value ?? .scope
        resource = object.mainString("resource")?.value
        shownResource = object.string("resource")?.value
        actions = object.strings("actions").compactMap { Action(rawValue: $0.value) }
        actors = object.strings("actors").map(\.value)
        level = object.string("level")?.value
        sensitivity = object.choice("sensitivity", of: Sensitivity.self)?.value ?? .normal
        isSensitivityTold = object.has("sensitivity")
        implies = object.strings("implies")
        members = object.strings("members")
        plan = object.string("plan")?.value
        isDeprecated = object.bool("deprecated")?.value ?? false
        replacedBy = object.string("replacedBy")
        titleLanguage = object.substituteLanguage(of: "title")
        descriptionLanguage = object.substituteLanguage(of: "description")
        resourceLanguage = object.substituteLanguage(of: "resource")
        planLanguage = object.substituteLanguage(ofName: "plan")
        terms = object.strings("terms").map(\.value)
    }

    /// What a description of the interface tells of a scope that the catalogue does not name.
    init(_ id: Located<String>, description: String) {
        self.id = id
        isWritten = false
        title = id.value
        self.description = description
        kind = .scope
        resource = nil
        shownResource = nil
        actions = []
        actors = []
        level = nil
        sensitivity = .normal
        isSensitivityTold = false
        implies = []
        members = []
        plan = nil
        isDeprecated = false
        replacedBy = nil
        titleLanguage = nil
        descriptionLanguage = nil
        resourceLanguage = nil
        planLanguage = nil
        terms = []
    }
}

extension CatalogueScope {
    /// Whether it reads and does nothing else: the catalogue says so, or its own name does, as `mail.readonly`, `users:read`
    /// and `Mail.ReadBasic`.
    ///
    /// Then nothing of which that is not said is less, however few calls it opens in the documents at hand.
    var onlyReads: Bool {
        guard actions.isEmpty else { return actions == [.read] }
        let words = id.value.split { ":./_-".contains($0) }.map { $0.lowercased() }
        return words.contains(where: Self.readingWords.contains) && !words.contains(where: Self.changingWords.contains)
    }

    private static let readingWords: Set<String> = ["read", "readonly", "readbasic", "view"]
    private static let changingWords: Set<String> = [
        "write", "readwrite", "manage", "edit", "update", "create", "delete", "modify", "send", "admin", "all", "full",
    ]
}

extension CatalogueScope {
    static let schema = ObjectSchema(
        title: "Scope",
        description: "A permission of the platform.",
        properties: [
            .required("id", .string, "The name that the platform gives it."),
            .required("title", .localizedString, "What it is called on the consent screen or on the screen of keys."),
            .required("description", .localizedString, "What it allows, in a sentence."),
            .required("kind", .choice(of: Kind.self), "What kind of permission it is."),
            .optional("resource", .localizedString, "What it opens: users, events …"),
            .optional("actions", .array(of: .choice(of: Action.self)), "What may be done with the resource."),
            .optional("actors", .array(of: .string), "Who can hold it: bot, user, key …"),
            .optional("level", .string, "How far it reaches: user, account, workspace …"),
            .optional("sensitivity", .choice(of: Sensitivity.self), "How much it can harm."),
            .optional("implies", .array(of: .string), "Scopes that it grants as well."),
            .optional("members", .array(of: .string), "The scopes of a bundle, which cannot be granted apart."),
            .optional("plan", .localizedName, "The plan that the customer needs."),
            .optional("deprecated", .bool, "Whether the platform has retired it."),
            .optional("replacedBy", .string, "The scope that takes its place."),
            .optional("terms", .array(of: .string), "Words in which people speak of the resource."),
        ]
    )
}
