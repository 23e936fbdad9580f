package import Diagnostics
package import LocatedJSON

/// `integration.json`: what an integration says of itself, located and not yet judged.
///
/// Whatever is missing or malformed has been reported and is absent here.
///
/// A class, since every rule reads it and a value would be copied each time.
package final class IntegrationManifest: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case available, beta, deprecated
    }

    package let path: String
    package let name: Located<String>?
    package let tagline: Located<String>?
    package let builtBy: Located<String>?
    package let description: Located<String>?
    package let version: Located<String>?
    package let updated: Located<CalendarDate>?
    package let categories: [Located<String>]
    /// Products of the platform that the integration adds to.
    package let complements: [Located<String>]
    /// What it adds that the platform does not do itself.
    package let unique: Located<String>?
    package let status: Status
    package let links: [ListingLink]
    /// Where a link that is missing belongs.
    package let linksPlace: SourceRange
    package let support: Support?
    package let scopes: [ScopeRequest]
    /// The key of the scopes: the place of one that is missing.
    package let scopesPlace: SourceRange
    package let features: [Feature]
    package let media: [MediaItem]
    package let data: [DataStatement]
    package let usage: [UsageStatement]
    /// The manifests that the code of the integration ships with: files of the listing, and addresses.
    package let appManifests: [Located<String>]
    /// Lists that could not be read to the end: what is missing from them here may stand in the file.
    package let unreadLists: Set<List>
    /// Whether it can be read beyond doubt what is asked for, how firmly, and which feature needs it.
    package let tellsPermissions: Bool
    /// How many entries of a list were passed over.
    package let skippedCounts: [List: Int]

    /// The lists that the rest of a listing is held against.
    package enum List: String, Sendable, CaseIterable {
        case scopes, features, media, data, usage
    }

    /// The start of the file, for what is missing from it.
    package var start: SourceRange { SourceRange(startOf: path) }

    package func feature(_ id: String) -> Feature? { features.first { $0.id.value == id } }
    package func mediaItem(_ id: String) -> MediaItem? { media.first { $0.id.value == id } }

    /// - Parameter isWhole: whether a list that the manifest has not is missing from it, as it is not from an excerpt.
    init(_ object: JSONObject, isWhole: Bool) {
        let scopes = ScopeRequest.read(object.objects("scopes"))
        let features = object.objects("features").compactMap(Feature.init)
        let media = object.objects("media").compactMap(MediaItem.init)
        let data = object.objects("data").compactMap(DataStatement.init)
        let usage = object.objects("usage").compactMap(UsageStatement.init)
        let counts: [(list: List, count: Int)] = [
            (.scopes, scopes.count), (.features, features.count), (.media, media.count), (.data, data.count),
            (.usage, usage.count),
        ]
        let skipped = counts.map { list, count in
            (list, (object.value(list.rawValue)?.elements?.count ?? count) - count)
        }
        path = object.path
        name = object.string("name")
        tagline = object.string("tagline")
        builtBy = object.string("builtBy")
        description = object.string("description")
        version = object.string("version")
        updated = object.date("updated")
        categories = object.strings("categories")
        complements = object.strings("complements")
        unique = object.string("unique")
        status = object.choice("status", of: Status.self)?.value ?? .available
        links = object.object("links").map(ListingLink.read) ?? []
        linksPlace = object.object("links")?.opening ?? SourceRange(startOf: object.path)
        support = object.object("support").map(Support.init)
        self.scopes = scopes
        self.features = features
        self.media = media
        self.data = data
        self.usage = usage
        scopesPlace = object.keyRange("scopes") ?? SourceRange(startOf: object.path)
        appManifests = object.strings("appManifest", .pathOrURLTemplate)
        let unread = counts.filter { list, count in
            object.value(list.rawValue).map { $0.elements?.count != count } ?? false
        }
        let unreadLists = Set(unread.map(\.list)).union(isWhole ? Self.absentLists(of: object) : [])
        self.unreadLists = unreadLists
        tellsPermissions = unreadLists.isDisjoint(with: [.scopes, .features]) && object.tellsPermissions
        skippedCounts = Dictionary(uniqueKeysWithValues: skipped.filter { $0.1 > 0 })
    }

    /// Those that a manifest lacks and must have, or has under a misspelt key: they are not empty.
    private static func absentLists(of object: JSONObject) -> Set<List> {
        let absent = List.allCases.filter { !object.has($0.rawValue) }
        guard !absent.isEmpty else { return [] }
        let known = schema.properties.map(\.name) + [JSONSchema.schemaKey]
        let misspelt = object.members.filter { !known.contains($0.name) }.compactMap { member in
            closestMatch(to: member.name, among: absent.map(\.rawValue)).flatMap(List.init)
        }
        return Set(absent.filter { $0 == .scopes || $0 == .features } + misspelt)
    }
}

/// A web page of the company: its website, documentation, privacy policy, terms, prices or state of service.
package struct ListingLink: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case website, documentation, privacy, terms, pricing, status
    }

    package let kind: Kind
    package let url: Located<String>
}

package struct Support: Sendable {
    package let email: Located<String>?
    package let url: Located<String>?
    package let responseTime: Located<String>?
    /// Whether an address is given at all, be it well-formed or not.
    package let namesEmail: Bool
    /// Where what is missing belongs.
    package let place: SourceRange
}

extension IntegrationManifest {
    /// More than any directory has room for on a card; marketplaces allow fewer.
    private static let mostCategories = 50

    package static let schema = ObjectSchema(
        title: "Integration",
        description: "What an integration is, asks for, does, shows and keeps.",
        properties: [
            .required("name", .localizedName, "The integration's name."),
            .required("tagline", .localizedString, "What it is for, in one line."),
            .required("builtBy", .localizedName, "Who makes it."),
            .required("description", .localizedString, "Two or three paragraphs on what the customer gains."),
            .required("version", .string, "The version that the pages describe."),
            .required("updated", .date, "When the listing was last changed."),
            .required(
                "categories",
                .array(of: .string, count: 1...mostCategories),
                "Where it stands in the directory."
            ),
            .optional("complements", .array(of: .string), "Products of the platform that it adds to."),
            .optional("unique", .localizedString, "What it adds that the platform does not do itself."),
            .optional("status", .choice(of: Status.self), "Whether it can be used; available when left out."),
            .optional("links", .object(ListingLink.schema), "Pages of the company."),
            .optional("support", .object(Support.schema), "How to get help."),
            .required("scopes", .array(of: .object(ScopeRequest.schema)), "The permissions that it asks for."),
            .required("features", .array(of: .object(Feature.schema)), "What it claims to do."),
            .optional("media", .array(of: .object(MediaItem.schema)), "Screenshots, videos and the logo."),
            .optional("data", .array(of: .object(DataStatement.schema)), "What it does with the customer's data."),
            .optional("usage", .array(of: .object(UsageStatement.schema)), "How often it calls the platform."),
            .optional(
                "appManifest",
                .oneOrMore(.text(.pathOrURLTemplate)),
                "The manifest that the code of the integration ships with: a file of this folder, or an authorize URL."
            ),
        ]
    )
}

extension ListingLink {
    static let schema = ObjectSchema(
        title: "Links",
        properties: Kind.allCases.map { .optional($0.rawValue, .url, $0.purpose) }
    )

    static func read(_ object: JSONObject) -> [ListingLink] {
        Kind.allCases.compactMap { kind in
            object.string(kind.rawValue, .url).map { ListingLink(kind: kind, url: $0) }
        }
    }
}

extension ListingLink.Kind {
    fileprivate var purpose: String {
        switch self {
        case .website: "The company's or the integration's site."
        case .documentation: "Its own documentation."
        case .privacy: "The privacy policy."
        case .terms: "The terms of use."
        case .pricing: "What it costs."
        case .status: "Whether its service is up."
        }
    }
}

extension Support {
    static let schema = ObjectSchema(
        title: "Support",
        properties: [
            .optional("email", .email, "The address that answers questions."),
            .optional("url", .url, "A page with help."),
            .optional("responseTime", .localizedString, "How soon an answer comes."),
        ]
    )

    init(_ object: JSONObject) {
        self.init(
            email: object.string("email", .email),
            url: object.string("url", .url),
            responseTime: object.string("responseTime"),
            namesEmail: object.has("email"),
            place: object.opening
        )
    }
}
