package import Diagnostics

extension JSONValue {
    /// What has to be taken out of a document, so that an array has no longer some of its items, nor their commas.
    package func removing(itemsAt places: Set<Int>) -> [ByteRange] {
        guard let elements, !places.isEmpty else { return [] }
        guard let firstKept = elements.indices.first(where: { !places.contains($0) }) else {
            return [ByteRange(range.start + 1, range.end - 1)]
        }
        return elements.indices.filter(places.contains).map { place in
            // Each takes the comma before it along; the first ones, which have none, the comma behind them.
            place < firstKept
                ? ByteRange(elements[place].range.start, elements[place + 1].range.start)
                : ByteRange(elements[place - 1].range.end, elements[place].range.end)
        }
    }
}
