/// In which order permissions stand, so that few lines cross: each as high as the features that need it, on average.
///
/// Features keep the order of the manifest, in which the page lists them.
struct ScopePictureOrder {
    /// The permissions from top to bottom.
    let permissions: [Int]
    /// The members of each permission from top to bottom, by the permission's number.
    let members: [[Int]]

    init(of picture: ScopePicture) {
        var permissions = picture.permissions.map { _ in Balance() }
        var members = picture.permissions.map { $0.members.map { _ in Balance() } }
        for line in picture.lines {
            permissions[line.permission].add(line.feature)
            if let member = line.member { members[line.permission][member].add(line.feature) }
        }
        self.permissions = Self.sorted(permissions)
        self.members = members.map(Self.sorted)
    }

    /// Equals stay in the order in which they were named; what nothing leads to stands last.
    private static func sorted(_ balances: [Balance]) -> [Int] {
        balances.indices.sorted { first, second in
            let (left, right) = (balances[first], balances[second])
            if left == right { return first < second }
            return left < right
        }
    }
}

/// The mean of places, compared without fractions.
private struct Balance {
    private var sum = 0
    private var count = 0

    mutating func add(_ place: Int) {
        sum += place
        count += 1
    }

    static func < (left: Balance, right: Balance) -> Bool {
        guard left.count > 0, right.count > 0 else { return left.count > 0 && right.count == 0 }
        return left.sum * right.count < right.sum * left.count
    }

    static func == (left: Balance, right: Balance) -> Bool {
        !(left < right) && !(right < left)
    }
}
