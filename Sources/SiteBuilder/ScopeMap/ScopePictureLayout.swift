import Listing
import Templates

/// Where everything of a picture stands: features at the start of the line, permissions at its end.
///
/// Lengths are sixteenths of the root's font size. Pictures of languages that run from right to left are mirrored when they
/// are written.
struct ScopePictureLayout: Sendable, Equatable {
    /// A line from a feature to what it needs, which leaves and arrives level.
    struct Curve: Sendable, Equatable {
        let start: Int
        let end: Int
        let isPlanned: Bool
    }

    /// As wide as the text of a page.
    static let width = 736
    /// Room for half of a line's thickness on either side.
    static let featureStart = 1
    static let featureEnd = 272
    static let permissionStart = 424
    static let permissionEnd = 735
    /// The titles of the columns stand on it.
    static let titleBaseline = 14
    private static let top = 28
    private static let bottom = 28
    private static let gap = 12

    let height: Int
    /// In the order of the picture.
    let features: [ScopePictureBox]
    /// From top to bottom.
    let permissions: [ScopePictureBox]
    let curves: [Curve]

    init(of picture: ScopePicture) {
        let order = ScopePictureOrder(of: picture)
        let features = picture.features.map {
            ScopePictureBox.feature($0, start: Self.featureStart, width: Self.featureEnd - Self.featureStart)
        }
        let permissions = order.permissions.map { number in
            ScopePictureBox.permission(
                picture.permissions[number],
                members: order.members[number],
                start: Self.permissionStart,
                width: Self.permissionEnd - Self.permissionStart
            )
        }
        let length = max(Self.length(of: features), Self.length(of: permissions))
        let column = Column(range: Self.top..<(Self.top + length), gap: Self.gap)
        let doors = Doors(of: picture, order)
        // The longer column stands as it is, the other beside what its lines lead to.
        if Self.length(of: features) < length {
            self.permissions = column.stacked(permissions)
            self.features = column.placed(features, wishes: doors.wishes(ofFeatures: features.count, self.permissions))
        } else {
            self.features = column.stacked(features)
            self.permissions = column.placed(permissions, wishes: doors.wishes(of: permissions, beside: self.features))
        }
        height = Self.top + length + Self.bottom
        let placed = (features: self.features, permissions: self.permissions)
        curves = picture.lines.map { line in
            Curve(
                start: placed.features[line.feature].door,
                end: doors.end(of: line, placed.permissions),
                isPlanned: picture.features[line.feature].isPlanned
            )
        }
    }

    private static func length(of boxes: [ScopePictureBox]) -> Int {
        boxes.reduce(0) { $0 + $1.height } + gap * (boxes.count - 1)
    }
}

private struct Column {
    let range: Range<Int>
    let gap: Int

    func stacked(_ boxes: [ScopePictureBox]) -> [ScopePictureBox] {
        placed(boxes, wishes: boxes.map { _ in nil })
    }

    func placed(_ boxes: [ScopePictureBox], wishes: [Int?]) -> [ScopePictureBox] {
        let tops = ColumnPlacement.tops(of: boxes.map(\.height), wishes: wishes, gap: gap, in: range)
        return zip(boxes, tops).map { $0.moved(down: $1) }
    }
}

/// Where lines leave and arrive.
private struct Doors {
    private let lines: [ScopePicture.Line]
    /// Where each permission stands in its column.
    private let places: [Int]

    init(of picture: ScopePicture, _ order: ScopePictureOrder) {
        lines = picture.lines
        var places = Array(repeating: 0, count: picture.permissions.count)
        for (place, number) in order.permissions.enumerated() { places[number] = place }
        self.places = places
    }

    func end(of line: ScopePicture.Line, _ permissions: [ScopePictureBox]) -> Int {
        let box = permissions[places[line.permission]]
        return line.member.flatMap { box.memberDoors[$0] } ?? box.door
    }

    /// Where features had best stand: level with what they need, on average.
    func wishes(ofFeatures count: Int, _ permissions: [ScopePictureBox]) -> [Int?] {
        means(count) { ($0.feature, end(of: $0, permissions)) }
    }

    /// Where permissions had best stand, so that their doors are level with what needs them.
    func wishes(of permissions: [ScopePictureBox], beside features: [ScopePictureBox]) -> [Int?] {
        means(permissions.count) { line in
            let place = places[line.permission]
            let lead = permissions[place].height / 2 - end(of: line, permissions)
            return (place, features[line.feature].door + lead)
        }
    }

    private func means(_ count: Int, _ wish: (ScopePicture.Line) -> (box: Int, height: Int)) -> [Int?] {
        var sums = Array(repeating: 0, count: count)
        var counts = sums
        for line in lines {
            let (box, height) = wish(line)
            sums[box] += height
            counts[box] += 1
        }
        return zip(sums, counts).map { $1 == 0 ? nil : $0 / $1 }
    }
}
