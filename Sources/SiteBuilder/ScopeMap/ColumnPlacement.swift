/// Places boxes below one another, each as near as the others allow to where it would best stand.
///
/// Where boxes would overlap they become a group that stands where its members would best stand on average: the least
/// squares under the order, found in one pass.
struct ColumnPlacement {
    private struct Group {
        var count: Int
        /// Of the wishes, less what stands above within the column.
        var sum: Int
        /// How many have a wish.
        var weight: Int

        /// What has no wish stands as high as it can.
        var place: Int { weight == 0 ? .min : sum / weight }

        mutating func add(_ other: Group) {
            count += other.count
            sum += other.sum
            weight += other.weight
        }
    }

    /// - Parameters:
    ///   - heights: Of the boxes, from top to bottom.
    ///   - wishes: Where the middle of each had best be; nil where it does not matter.
    /// - Returns: The top of each box.
    static func tops(of heights: [Int], wishes: [Int?], gap: Int, in range: Range<Int>) -> [Int] {
        var groups: [Group] = []
        var above = 0
        for (height, wish) in zip(heights, wishes) {
            var group = Group(count: 1, sum: wish.map { $0 - height / 2 - above } ?? 0, weight: wish == nil ? 0 : 1)
            while let last = groups.last, group.weight == 0 || last.place > group.place {
                groups.removeLast()
                var joined = last
                joined.add(group)
                group = joined
            }
            groups.append(group)
            above += height + gap
        }
        let lowest = max(range.lowerBound, range.upperBound - above + gap)
        let places = groups.flatMap { group in
            Array(repeating: min(max(group.place, range.lowerBound), lowest), count: group.count)
        }
        var top = 0
        return zip(heights, places).map { height, place in
            defer { top += height + gap }
            return place + top
        }
    }
}
