import BuiltInFiles
import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Rules

/// Finds the packs that `site.json` names: the directory's own first, then those that travel inside the program.
struct RulePackLoader: Sendable {
    let loader: ContentLoader

    func load(
        _ names: [Located<String>],
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> [RulePack] {
        var packs: [RulePack] = []
        for name in names {
            if let pack = try load(name, reporting: &report) { packs.append(pack) }
        }
        return packs
    }

    private func load(
        _ name: Located<String>,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> RulePack? {
        let own = "packs/\(name.value).json"
        if FileStatus.of("\(loader.path)/\(own)") != nil {
            let file = try loader.loadRootFile(own, reporting: &report)
            return file.flatMap { RulePack.parse($0.bytes, path: $0.path, reporting: &report) }
        }
        if let file = Self.builtIn.first(where: { $0.path == "\(name.value).json" }) {
            return RulePack.parse(file.bytes, path: "Sources/CBuiltInFiles/packs/\(file.path)", reporting: &report)
        }
        let names = Self.builtIn.map { String($0.path.dropLast(".json".count)) }.sorted()
        let guess = closestMatch(to: name.value, among: names)
        report.error(
            "marketplace-unknown",
            "there is no rule pack '\(name.value)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
            at: name.range,
            notes: [Note("the program has packs for \(names.joined(separator: ", "))")]
        )
        return nil
    }

    private static let builtIn = BuiltInFile.files(below: "packs/")
}
