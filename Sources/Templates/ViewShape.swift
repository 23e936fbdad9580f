/// What templates may say about one kind of thing: its names, what they hold and what they mean.
///
/// Equal only to itself: a view is made once, and the checker compares shapes often.
@usableFromInline
package final class ViewShape: Sendable, Hashable {
    package let name: String
    package let fields: [FieldShape]
    private let positions: [String: Int]

    init(name: String, fields: [FieldShape]) {
        self.name = name
        self.fields = fields
        var positions: [String: Int] = [:]
        for (position, field) in fields.enumerated() {
            precondition(positions[field.name] == nil, "the view \(name) has two fields named \(field.name)")
            positions[field.name] = position
        }
        self.positions = positions
    }

    package func field(named name: String) -> FieldShape? {
        position(of: name).map { fields[$0] }
    }

    func position(of name: String) -> Int? {
        positions[name]
    }

    @usableFromInline
    package static func == (left: ViewShape, right: ViewShape) -> Bool {
        left === right
    }

    @usableFromInline
    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}

/// One name of a view.
package struct FieldShape: Sendable, Hashable {
    package let name: String
    /// One sentence for the author of a theme.
    package let documentation: String
    package let kind: FieldKind
}

/// What a name of a view holds.
@usableFromInline
package enum FieldKind: Sendable, Hashable {
    case text
    case number
    case phrase
    case html
    case flag
    case texts
    case object(ViewShape)
    case list(ViewShape)
}
