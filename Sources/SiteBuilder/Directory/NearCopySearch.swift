/// Finds for each listing an earlier one that says nearly the same, in one pass over all.
///
/// Only listings that have a band of their sketches in common are compared, and each with the first of the band: the
/// time grows with the number of listings and not with its square, be they all the same.
struct NearCopySearch {
    struct Copy {
        let original: Int
        let copy: Int
        let likeness: Double
    }

    private var firstOfBand: [UInt64: Int] = [:]

    mutating func copies(among sketches: [ProseSketch], least: Double) -> [Copy] {
        firstOfBand.reserveCapacity(sketches.count * 8)
        return sketches.indices.compactMap { number in
            let candidates = Set(
                sketches[number].bands.compactMap { band -> Int? in
                    let first = firstOfBand[band]
                    if first == nil { firstOfBand[band] = number }
                    return first == number ? nil : first
                }
            )
            return candidates.sorted()
                .map { Copy(original: $0, copy: number, likeness: sketches[$0].likeness(to: sketches[number])) }
                .filter { $0.likeness >= least }
                .max { $0.likeness < $1.likeness }
        }
    }
}
