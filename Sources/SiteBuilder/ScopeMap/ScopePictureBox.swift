import Listing
import Templates

/// A feature or a permission as a box with lines of text.
struct ScopePictureBox: Sendable, Equatable {
    enum Outline: Sendable, Equatable {
        /// Is there, or must be granted.
        case solid
        /// Is asked for in some cases only.
        case longDashes
        /// Is planned, or may be declined.
        case shortDashes
    }

    enum Style: Sendable, Equatable {
        case title, memberTitle, id, note
        /// An id that is all the name there is.
        case idAlone
    }

    struct Line: Sendable, Equatable {
        let text: String
        let style: Style
        /// Stands before the text, with its own mark.
        var sensitivity: ScopePicture.Sensitivity?
        let direction: TextDirection?
        let inset: Int
        fileprivate(set) var baseline: Int
    }

    let start: Int
    let width: Int
    let outline: Outline
    private(set) var top = 0
    private(set) var height = 0
    private(set) var lines: [Line] = []
    /// Where the parts of a bundle are divided.
    private(set) var dividers: [Int] = []
    /// Where curves leave or arrive.
    private(set) var door = 0
    /// The same of members, by their numbers.
    private(set) var memberDoors: [Int: Int] = [:]

    private static let padding = 10
    private static let inset = 14
    private static let memberInset = 28

    private init(start: Int, width: Int, outline: Outline) {
        self.start = start
        self.width = width
        self.outline = outline
    }

    static func feature(_ feature: ScopePicture.Feature, start: Int, width: Int) -> ScopePictureBox {
        var box = ScopePictureBox(start: start, width: width, outline: feature.isPlanned ? .shortDashes : .solid)
        box.height = padding
        box.add(feature.title.text, .title, feature.title.direction, most: 2)
        if let note = feature.note { box.add(note, .note) }
        box.height += padding
        box.door = box.height / 2
        return box
    }

    /// - Parameter members: The numbers of members, from top to bottom.
    static func permission(
        _ permission: ScopePicture.Permission,
        members: [Int],
        start: Int,
        width: Int
    ) -> ScopePictureBox {
        var box = ScopePictureBox(start: start, width: width, outline: permission.requirement.outline)
        box.height = padding
        box.add(permission.name, .title)
        box.add(permission.requirementWord, .note, sensitivity: permission.name.sensitivity)
        box.height += padding
        box.door = box.height / 2
        for number in members { box.addMember(permission.members[number], number) }
        if let rest = permission.rest {
            box.divide()
            box.add(rest, .note, inset: permission.members.isEmpty ? inset : memberInset, most: 2)
            box.height += padding
        }
        return box
    }

    func moved(down distance: Int) -> ScopePictureBox {
        var box = self
        box.top += distance
        box.door += distance
        box.dividers = dividers.map { $0 + distance }
        box.memberDoors = memberDoors.mapValues { $0 + distance }
        box.lines = lines.map { line in
            var line = line
            line.baseline += distance
            return line
        }
        return box
    }

    private mutating func addMember(_ member: ScopePicture.Name, _ number: Int) {
        divide()
        let top = height - Self.padding
        add(member, .memberTitle, inset: Self.memberInset)
        if let sensitivity = member.sensitivity { add("", .note, sensitivity: sensitivity, inset: Self.memberInset) }
        height += Self.padding
        memberDoors[number] = (top + height) / 2
    }

    private mutating func divide() {
        dividers.append(height)
        height += Self.padding
    }

    /// The title and below it the id, or the id alone where there is no other name.
    private mutating func add(_ name: ScopePicture.Name, _ style: Style, inset: Int = inset) {
        guard let title = name.title else {
            return add(name.id, .idAlone, .leftToRight, inset: inset, most: 2)
        }
        add(title.text, style, title.direction, inset: inset, most: 2)
        add(name.id, .id, .leftToRight, inset: inset)
    }

    private mutating func add(
        _ text: String,
        _ style: Style,
        _ direction: TextDirection? = nil,
        sensitivity: ScopePicture.Sensitivity? = nil,
        inset: Int = inset,
        most: Int = 1
    ) {
        let lines = TextWrapping.lines(of: text, style.measure, width: width - inset - Self.padding, most: most)
        for text in lines.isEmpty && sensitivity != nil ? [""] : lines {
            self.lines.append(
                Line(
                    text: text,
                    style: style,
                    sensitivity: sensitivity,
                    direction: direction,
                    inset: inset,
                    baseline: height + style.ascent
                )
            )
            height += style.height
        }
    }
}

extension ScopePictureBox.Style {
    var measure: TextMeasure {
        switch self {
        case .title: .text(15, isBold: true)
        case .memberTitle: .text(14)
        case .id: .code(12)
        case .idAlone: .code(14)
        case .note: .text(13)
        }
    }

    fileprivate var height: Int {
        switch self {
        case .title: 20
        case .memberTitle, .note, .idAlone: 18
        case .id: 17
        }
    }

    fileprivate var ascent: Int {
        switch self {
        case .title: 15
        case .memberTitle, .note, .idAlone: 14
        case .id: 13
        }
    }
}

extension ScopeRequest.Requirement {
    fileprivate var outline: ScopePictureBox.Outline {
        switch self {
        case .required: .solid
        case .conditional: .longDashes
        case .optional: .shortDashes
        }
    }
}
