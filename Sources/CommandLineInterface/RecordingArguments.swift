import Evidence
import FileSystem
import Listing

/// The recordings of traffic that a command is given beside those of the content.
enum RecordingArguments {
    static let har = Option(
        name: "--har",
        value: "FILES",
        help: "Recorded traffic, as FILE or ID=FILE with commas between them; nothing of it is published."
    )

    /// By the listing that they are of.
    ///
    /// - Parameter ids: the listings that are named; a file without an id is of the only one.
    static func recordings(_ arguments: ParsedArguments, of ids: [String]) throws(UsageError) -> [String: [String]] {
        var recordings: [String: [String]] = [:]
        for text in arguments.value(of: har)?.split(separator: ",").map(String.init) ?? [] {
            let (id, path) = try named(text, ids)
            guard ids.isEmpty || ids.contains(id) else {
                throw UsageError(message: "'\(har.name)' has a recording of '\(id)', which is not asked for")
            }
            guard RecordedTraffic.isNamed(path) else {
                throw UsageError(message: "'\(har.name)' wants files that end in '.har', not '\(path)'")
            }
            guard FileStatus.of(path, followingLinks: true)?.kind == .file else {
                throw UsageError(message: "'\(har.name)' names '\(path)', and there is no such file")
            }
            recordings[id, default: []].append(path)
        }
        return recordings
    }

    private static func named(_ text: String, _ ids: [String]) throws(UsageError) -> (id: String, path: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2, isIdentifier(parts[0]) { return (parts[0], parts[1]) }
        guard ids.count == 1 else {
            throw UsageError(message: "'\(har.name)' has to say whose recording '\(text)' is, as ID=\(text)")
        }
        return (ids[0], text)
    }
}
