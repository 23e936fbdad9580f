import Diagnostics
import Foundation
import Listing
import LocatedJSON
import Rules
import TestSupport

/// A listing to be damaged, with what it is held against before the catalogue is damaged as well.
struct ListingSeed: Sendable {
    /// Manifest, record, pages, by name.
    var texts: [String: [UInt8]]
    /// Pictures, videos and captions, by name.
    var media: [String: [UInt8]]
    let catalogue: [UInt8]
    let platform: Platform
}

/// A catalogue as it was read, and the rules of all marketplaces over it.
struct Platform: Sendable {
    let catalogue: Catalogue
    let runner: RuleRunner

    init(_ catalogue: Catalogue, packs: [RulePack]) {
        self.catalogue = catalogue
        runner = RuleRunner(packs: packs, catalogue: catalogue)
    }

    /// Without what marketplaces ask for, which no listing can do for all of them at once.
    var packlessRunner: RuleRunner { RuleRunner(catalogue: catalogue) }
}

/// The listings that mutations begin with: few bytes each, so that a hundred thousand of them are soon checked.
struct ListingSeeds: Sendable {
    let packs: [RulePack]
    let packTexts: [[UInt8]]
    /// Small listings with next to no fault, in which a mutation goes far.
    let sound: [ListingSeed]
    /// The rules' own examples: each has just what a rule looks at.
    let examples: [ListingSeed]
    /// Whole listings, as people write them.
    let real: [ListingSeed]
    /// What texts are spliced with.
    let texts: [[UInt8]]
    let media: [[UInt8]]
    let captions: [[UInt8]]

    init() throws {
        let packs = try Self.builtInPacks()
        self.packs = packs
        packTexts =
            try Self.packPaths().map { Array(try PackageFolder.text($0).utf8) }
            + RuleRegistry.descriptions.flatMap { $0.flagged + $0.allowed }.compactMap {
                $0.pack.map { Array($0.utf8) }
            }
        media = MediaSeeds.all
        captions = MediaSeeds.captions
        let platform = Self.platform(Array(exampleCatalogue.utf8), packs)
        let small = [Self.plain, Self.full].map { texts in
            ListingSeed(
                texts: texts,
                media: ["media/points.png": MediaBytes.png(1608, 1056), "media/tour.en.vtt": MediaSeeds.captions[0]],
                catalogue: Array(exampleCatalogue.utf8),
                platform: platform
            )
        }
        sound = small
        examples = Self.examples(packs, platform)
        real = try Self.realListings(packs)
        texts = (small + examples).flatMap { $0.texts.values.sorted { $0.lexicographicallyPrecedes($1) } }
    }

    static func platform(_ bytes: [UInt8], _ packs: [RulePack]) -> Platform {
        var ignored = DiagnosticReport()
        let file = SourceFile(path: "Content/platform.json", name: "platform.json", bytes: bytes)
        return Platform(
            SiteParser.parseCatalogue(file, reporting: &ignored) ?? Catalogue(path: file.path),
            packs: packs
        )
    }

    private static func packPaths() throws -> [String] {
        try PackageFolder.files(below: "Sources/CBuiltInFiles/packs", ending: ".json")
    }

    private static func builtInPacks() throws -> [RulePack] {
        var ignored = DiagnosticReport()
        return try packPaths().compactMap { path in
            RulePack.parse(Array(try PackageFolder.text(path).utf8), path: path, reporting: &ignored)
        }
    }

    private static func examples(_ packs: [RulePack], _ usual: Platform) -> [ListingSeed] {
        RuleRegistry.descriptions.flatMap { $0.flagged + $0.allowed }.map { example in
            var texts = example.pages.merging(example.texts) { $1 }
            texts["integration.json"] = example.manifest
            texts["permissions.json"] = example.record
            var media = example.mediaTexts.mapValues { MarkedText($0).bytes }
            for name in example.files + example.media.keys { media[name] = TinyPicture.png }
            let catalogue = Array(example.catalogue.utf8)
            let own = example.pack.flatMap(Self.pack)
            let isUsual = own == nil && example.catalogue == exampleCatalogue
            return ListingSeed(
                texts: texts.mapValues { MarkedText($0).bytes },
                media: media,
                catalogue: catalogue,
                platform: isUsual ? usual : platform(catalogue, packs + [own].compactMap(\.self))
            )
        }
    }

    private static func pack(_ text: String) -> RulePack? {
        var ignored = DiagnosticReport()
        return RulePack.parse(Array(text.utf8), path: "pack.json", reporting: &ignored)
    }

    private static func realListings(_ packs: [RulePack]) throws -> [ListingSeed] {
        try ["Content", "Tests/Fixtures/sites/small/input/Content"].flatMap { content in
            let catalogue = Array(try PackageFolder.text("\(content)/platform.json").utf8)
            let platform = platform(catalogue, packs)
            let files = try PackageFolder.files(below: "\(content)/integrations", ending: "")
            let listings = Dictionary(grouping: files, by: { listing(of: $0, below: content) })
            return try listings.sorted { $0.key < $1.key }.compactMap { id, paths in
                id.isEmpty ? nil : try realListing(paths, "\(content)/integrations/\(id)/", catalogue, platform)
            }
        }
    }

    private static func listing(of path: String, below content: String) -> String {
        let parts = path.dropFirst("\(content)/integrations/".count).split(separator: "/")
        return parts.count > 1 ? String(parts[0]) : ""
    }

    private static func realListing(
        _ paths: [String],
        _ folder: String,
        _ catalogue: [UInt8],
        _ platform: Platform
    ) throws -> ListingSeed {
        var seed = ListingSeed(texts: [:], media: [:], catalogue: catalogue, platform: platform)
        for path in paths where path.dropFirst(folder.count).contains(".") {
            let name = String(path.dropFirst(folder.count))
            let bytes = Array(try Data(contentsOf: PackageFolder.url(of: path)))
            // Of a large file only the header is ever looked at.
            if name.contains("/") { seed.media[name] = Array(bytes.prefix(3000)) } else { seed.texts[name] = bytes }
        }
        return seed
    }
}
