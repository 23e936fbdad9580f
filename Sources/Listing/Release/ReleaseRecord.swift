package import LocatedJSON

/// `permissions.json`: what each release of an integration asked for, the newest last.
package struct ReleaseRecord: Sendable {
    package static let fileName = "permissions.json"

    package let releases: [Release]

    package init(releases: [Release] = []) {
        self.releases = releases
    }

    package var newest: Release? { releases.last }

    package func release(ofVersion version: String) -> Release? {
        releases.last { $0.version.value == version }
    }

    package func adding(_ release: Release) -> ReleaseRecord {
        ReleaseRecord(releases: releases + [release])
    }

    package var text: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("releases")
            json.array { for release in releases { release.write(to: &$0) } }
        }
        return json.text
    }
}

extension ReleaseRecord {
    package static let schema = ObjectSchema(
        title: "Release record",
        description: "What each release of an integration asked for, as 'candor release' wrote it down.",
        properties: [
            .required("releases", .array(of: .object(Release.schema)), "The releases, the newest last.")
        ]
    )

    init(_ object: JSONObject) {
        self.init(releases: object.objects("releases").compactMap(Release.init))
    }
}
