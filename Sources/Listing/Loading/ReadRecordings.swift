import Evidence
import FileSystem

/// The recordings of one listing that were read: a file that has two names would count twice.
struct ReadRecordings {
    private var paths: Set<String> = []

    init(_ recordings: [RecordedTraffic] = []) {
        for recording in recordings { _ = insert(recording.path) }
    }

    /// Whether a file is none of them so far.
    mutating func insert(_ path: String) -> Bool { paths.insert(canonicalPath(path) ?? path).inserted }
}
