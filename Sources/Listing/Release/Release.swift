package import LocatedJSON

/// What one release of an integration asked for.
package struct Release: Sendable {
    package let version: Located<String>
    package let date: Located<CalendarDate>?
    package let scopes: [RecordedScope]
}

extension Release {
    static let schema = ObjectSchema(
        title: "Release",
        description: "What a release asked for.",
        properties: [
            .required("version", .string, "The version."),
            .required("date", .date, "When its listing was last changed."),
            .required("scopes", .array(of: .object(RecordedScope.schema)), "The permissions that it asked for."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let version = object.string("version") else { return nil }
        self.init(
            version: version,
            date: object.date("date"),
            scopes: object.objects("scopes").compactMap(RecordedScope.init)
        )
    }

    /// The release that a listing describes; nil while it has no version.
    package init?(of listing: ParsedListing) {
        guard let manifest = listing.manifest, let version = manifest.version else { return nil }
        self.init(
            version: version,
            date: manifest.updated,
            scopes: manifest.scopes.map { RecordedScope($0, in: listing) }
        )
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("version", version.value)
            if let date { json.member("date", "\(date.value)") }
            json.key("scopes")
            json.array { for scope in scopes { scope.write(to: &$0) } }
        }
    }
}
