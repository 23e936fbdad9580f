package import Diagnostics
package import LocatedJSON

/// The requirements of one marketplace, as data: each with its number, its source, the day it was read and how sure it is.
///
/// A class, since every listing is held against it rule by rule and a value would be copied each time.
package final class RulePack: Sendable {
    /// `moengage`, as `site.json` names it.
    package let id: String
    package let title: String
    package let path: String
    package let texts: [TextLimit]
    package let pictures: [PictureLimit]
    package let videos: [VideoLimit]
    package let pages: [PageTemplate]
    package let listings: [ListingLimit]
    package let claims: [ClaimLexicon]

    package static let schema = ObjectSchema(
        title: "Rule pack",
        description: "The requirements of one marketplace.",
        properties: [
            .required("id", .identifier, "How site.json names it."),
            .required("title", .string, "What the marketplace is called."),
            .optional("texts", .array(of: .object(TextLimit.schema)), "What it asks of texts of the manifest."),
            .optional("pictures", .array(of: .object(PictureLimit.schema)), "What it asks of pictures."),
            .optional("videos", .array(of: .object(VideoLimit.schema)), "What it asks of videos."),
            .optional("pages", .array(of: .object(PageTemplate.schema)), "What it asks of help pages."),
            .optional("listings", .array(of: .object(ListingLimit.schema)), "What it asks of a listing as a whole."),
            .optional("claims", .array(of: .object(ClaimLexicon.schema)), "What it does not allow to be claimed."),
        ]
    )

    /// Reads a pack and reports all that is wrong with it.
    package static func parse(
        _ bytes: [UInt8],
        path: String,
        reporting report: inout DiagnosticReport
    ) -> RulePack? {
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        schema.check(value, path: path, reporting: &report)
        return JSONObject(value, path: path).map(RulePack.init)
    }

    private init(_ object: JSONObject) {
        id = object.string("id", .identifier)?.value ?? ""
        title = object.string("title")?.value ?? ""
        path = object.path
        texts = object.objects("texts").compactMap(TextLimit.init)
        pictures = object.objects("pictures").compactMap(PictureLimit.init)
        videos = object.objects("videos").map(VideoLimit.init)
        pages = object.objects("pages").map(PageTemplate.init)
        listings = object.objects("listings").map(ListingLimit.init)
        claims = object.objects("claims").compactMap(ClaimLexicon.init)
    }
}

extension RulePack {
    /// Where each of its requirements comes from.
    package var provenances: [Provenance] {
        texts.map(\.provenance) + pictures.map(\.provenance) + videos.map(\.provenance) + pages.map(\.provenance)
            + listings.map(\.provenance) + claims.map(\.provenance)
    }
}
