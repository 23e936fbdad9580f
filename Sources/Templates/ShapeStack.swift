import Diagnostics

/// What is known, before anything is rendered, about the values that names are looked up in.
///
/// A name is found in the nearest view that has it, so each view is kept only where it is nearest. That leaves
/// finitely many stacks, however deep templates bring in each other.
struct ShapeStack: Hashable {
    /// What `{{.}}` stands for.
    private(set) var innermost: FieldKind
    /// The views in reach, the nearest last.
    private(set) var views: [ViewShape]

    init(_ view: ViewShape) {
        innermost = .object(view)
        views = [view]
    }

    /// The stack inside a section over a value of that kind.
    func inside(_ kind: FieldKind) -> ShapeStack {
        var stack = self
        switch kind {
        case .flag: break
        case .text, .number, .phrase, .html: stack.innermost = kind
        case .texts: stack.innermost = .text
        case .object(let view), .list(let view):
            stack.innermost = .object(view)
            stack.views.removeAll { $0 == view }
            stack.views.append(view)
        }
        return stack
    }

    func kind(of name: String) -> FieldKind? {
        for view in views.reversed() {
            if let field = view.field(named: name) { return field.kind }
        }
        return nil
    }

    /// The name in reach that was probably meant, and the view that has it.
    func closest(to name: String) -> (name: String, view: ViewShape)? {
        guard let meant = closestMatch(to: name, among: views.flatMap { $0.fields.map(\.name) }) else { return nil }
        return views.last { $0.field(named: meant) != nil }.map { (meant, $0) }
    }
}

extension FieldKind {
    /// As a message names it.
    var description: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .phrase: "a phrase"
        case .html: "HTML"
        case .flag: "a flag"
        case .texts: "a list of texts"
        case .object(let view): "the view `\(view.name)`"
        case .list(let view): "a list of `\(view.name)`"
        }
    }
}
