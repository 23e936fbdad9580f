import Diagnostics
import Listing
import Rules
import TestSupport

/// A listing after something happened to some of its files.
struct MutatedListing {
    private static let folder = "Content/integrations/acme"
    private static let cataloguePath = "Content/platform.json"
    private static let packPath = "Content/packs/own.json"

    private(set) var seed: ListingSeed
    /// Set where the catalogue was damaged too.
    private(set) var catalogue: [UInt8]?
    /// Set where the site has a damaged pack of its own.
    private(set) var pack: [UInt8]?

    init(undamaged seed: ListingSeed) { self.seed = seed }

    init(of seeds: ListingSeeds, _ source: inout MutationSource) {
        seed =
            switch source.number(below: 500) {
            case 0: source.element(of: seeds.real)
            case 1..<75: source.element(of: seeds.sound)
            default: source.element(of: seeds.examples)
            }
        for _ in 0...source.element(of: [0, 0, 0, 1, 2]) { mutateFile(seeds, &source) }
    }

    private mutating func mutateFile(_ seeds: ListingSeeds, _ source: inout MutationSource) {
        switch source.number(below: 60) {
        case 0: mutateCatalogue(seeds, &source)
        case 1..<12: mutateMedium(seeds, &source)
        case 12..<15: mutateCaptions(seeds, &source)
        case 15 where source.chance(1, in: 2): mutatePack(seeds, &source)
        default: mutateText(seeds, &source)
        }
    }

    private mutating func mutateCatalogue(_ seeds: ListingSeeds, _ source: inout MutationSource) {
        var bytes = catalogue ?? seed.catalogue
        Self.mutateJSON(&bytes, seeds, &source)
        catalogue = bytes
    }

    private mutating func mutatePack(_ seeds: ListingSeeds, _ source: inout MutationSource) {
        var bytes = pack ?? source.element(of: seeds.packTexts)
        for _ in 0...source.number(below: 3) { Self.mutateJSON(&bytes, seeds, &source) }
        pack = bytes
    }

    private mutating func mutateMedium(_ seeds: ListingSeeds, _ source: inout MutationSource) {
        let names = seed.media.keys.filter { !$0.hasSuffix(".vtt") } + ["media/points.png", "media/tour.mp4"]
        let name = source.element(of: names.sorted())
        var bytes = source.chance(1, in: 4) ? seed.media[name] ?? [] : source.element(of: seeds.media)
        for _ in 0...source.number(below: 3) { MediaMutation.apply(to: &bytes, others: seeds.media, &source) }
        seed.media[name] = bytes
    }

    private mutating func mutateCaptions(_ seeds: ListingSeeds, _ source: inout MutationSource) {
        var bytes = source.element(of: seeds.captions)
        for _ in 0...source.number(below: 3) { CaptionMutation.apply(to: &bytes, others: seeds.captions, &source) }
        seed.media["media/tour.en.vtt"] = bytes
    }

    private mutating func mutateText(_ seeds: ListingSeeds, _ source: inout MutationSource) {
        let name = source.element(of: seed.texts.keys.sorted() + ["integration.json", "index.md"])
        var bytes = seed.texts[name] ?? []
        for _ in 0...source.number(below: 4) {
            if name.hasSuffix(".json") {
                Self.mutateJSON(&bytes, seeds, &source)
            } else if source.chance(3, in: 5) {
                MarkdownMutation.apply(to: &bytes, &source)
            } else {
                TextMutation.apply(to: &bytes, others: seeds.texts, &source)
            }
        }
        seed.texts[name] = bytes
    }

    private static func mutateJSON(_ bytes: inout [UInt8], _ seeds: ListingSeeds, _ source: inout MutationSource) {
        if source.chance(3, in: 4) {
            JSONMutation.apply(to: &bytes, &source)
        } else {
            TextMutation.apply(to: &bytes, others: seeds.texts, &source)
        }
    }
}

extension MutatedListing {
    struct Outcome {
        let report: DiagnosticReport
        let isChecked: Bool
    }

    /// Parses everything and runs all rules, as a build would once the files were read.
    ///
    /// - Parameter packs: those of the marketplaces; without any, a listing that is fair everywhere else may pass.
    func outcome(packs: [RulePack]) -> Outcome {
        var report = DiagnosticReport()
        var platform = seed.platform
        if let catalogue {
            let file = SourceFile(path: Self.cataloguePath, name: "platform.json", bytes: catalogue)
            let parsed = SiteParser.parseCatalogue(file, reporting: &report)
            platform = Platform(parsed ?? Catalogue(path: file.path), packs: packs)
        }
        if let pack, let own = RulePack.parse(pack, path: Self.packPath, reporting: &report) {
            platform = Platform(platform.catalogue, packs: packs + [own])
        }
        let listing = ListingParser(catalogue: platform.catalogue).parseIntegration(tree, reporting: &report)
        let runner = packs.isEmpty ? platform.packlessRunner : platform.runner
        let (checked, _) = runner.check(listing, reporting: &report)
        return Outcome(report: report, isChecked: checked != nil)
    }

    private var tree: SourceTree {
        SourceTree(
            path: Self.folder,
            contentPath: "integrations/acme",
            texts: files(seed.texts),
            captions: files(seed.media.filter { $0.key.hasSuffix(".vtt") }),
            assets: files(seed.media).map { file in
                var window = ByteWindow(file.bytes)
                let facts = MediaReader.facts(of: &window)
                return AssetFile(
                    path: file.path,
                    name: file.name,
                    byteCount: file.bytes.count,
                    facts: facts,
                    contentHash: 7
                )
            }
        )
    }

    private func files(_ named: [String: [UInt8]]) -> [SourceFile] {
        named.map { SourceFile(path: "\(Self.folder)/\($0.key)", name: $0.key, bytes: $0.value) }
    }

    /// The bytes of a file by the path that diagnostics carry.
    func bytes(at path: String) -> [UInt8]? {
        if path == Self.cataloguePath { return catalogue ?? seed.catalogue }
        if path == Self.packPath { return pack }
        let name = String(path.dropFirst(Self.folder.count + 1))
        return seed.texts[name] ?? seed.media[name]
    }
}
