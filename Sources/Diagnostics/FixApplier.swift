/// Turns fixes into new texts; it reads and writes no file.
package struct FixApplier {
    package struct Outcome: Sendable {
        /// The new bytes of every file that changes, by path.
        package var texts: [String: [UInt8]] = [:]
        package var applied: [Fix] = []
        /// Fixes that touch what another one changes; they may fit once the others are in place.
        package var skipped: [Fix] = []
    }

    private let sources: SourceLookup
    private var taken: [String: [TextEdit]] = [:]
    private var bytes: [String: [UInt8]] = [:]

    /// Applies as many of the fixes as go together, each wholly or not at all, in the order of their places.
    package static func apply(_ fixes: [Fix], sources: SourceLookup) -> Outcome {
        withoutActuallyEscaping(sources) { sources in
            var applier = FixApplier(sources: sources)
            var outcome = Outcome()
            for fix in inOrder(fixes) {
                if applier.take(fix) { outcome.applied.append(fix) } else { outcome.skipped.append(fix) }
            }
            for (path, edits) in applier.taken { outcome.texts[path] = applier.edited(path, edits) }
            return outcome
        }
    }

    private init(sources: @escaping SourceLookup) {
        self.sources = sources
    }

    private static func inOrder(_ fixes: [Fix]) -> [Fix] {
        var seen: Set<Fix> = []
        let keyed = fixes.compactMap { fix in
            fix.edits.map(\.range).min().flatMap { seen.insert(fix).inserted ? (first: $0, fix: fix) : nil }
        }
        return keyed.sorted { left, right in
            left.first != right.first ? left.first < right.first : left.fix.title < right.fix.title
        }
        .map(\.fix)
    }

    private mutating func take(_ fix: Fix) -> Bool {
        let before = taken
        for edit in fix.edits {
            guard fits(edit) else {
                taken = before
                return false
            }
            let place = place(of: edit)
            taken[edit.range.path, default: []].insert(edit, at: place)
        }
        return true
    }

    private mutating func fits(_ edit: TextEdit) -> Bool {
        guard let source = source(edit.range.path), edit.range.bytes.end <= source.count else { return false }
        let edits = taken[edit.range.path] ?? []
        let next = place(of: edit)
        return (next == edits.count || !Self.collide(edit, edits[next]))
            && (next == 0 || !Self.collide(edits[next - 1], edit))
    }

    /// Where an edit belongs among those of its file, which are ordered by their ranges.
    private func place(of edit: TextEdit) -> Int {
        let edits = taken[edit.range.path] ?? []
        var (low, high) = (0, edits.count)
        while low < high {
            let middle = low + (high - low) / 2
            if edits[middle].range.bytes < edit.range.bytes { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Two edits that begin at one place collide as well: which of them comes first nobody can tell.
    private static func collide(_ first: TextEdit, _ second: TextEdit) -> Bool {
        let (first, second) = (first.range.bytes, second.range.bytes)
        return first.start == second.start || second.start < first.end
    }

    private mutating func source(_ path: String) -> [UInt8]? {
        if let known = bytes[path] { return known }
        bytes[path] = sources(path)
        return bytes[path]
    }

    private func edited(_ path: String, _ edits: [TextEdit]) -> [UInt8] {
        let source = bytes[path] ?? []
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var position = 0
        for edit in edits {
            result += source[position..<edit.range.bytes.start]
            result += edit.replacement.utf8
            position = edit.range.bytes.end
        }
        return result + source[position...]
    }
}
