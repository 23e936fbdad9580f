public import Markup

/// How templates see a model: each field is defined once and gives both the value and the shape.
///
/// All of it may be inlined, so that it is compiled for each kind of model: code that has to find out at run time what a
/// model consists of takes several times as long, and templates ask for hundreds of values a page.
@usableFromInline
package struct View<Model: Sendable>: Sendable {
    @usableFromInline package let shape: ViewShape
    @usableFromInline let fields: [ViewField<Model>]

    package init(_ name: String, _ fields: [ViewField<Model>]) {
        shape = ViewShape(name: name, fields: fields.map(\.shape))
        self.fields = fields
    }

    /// The model as a template sees it; a field's closure runs only when a template asks for the field.
    @inlinable
    package func value(of model: Model) -> TemplateValue {
        let fields = fields
        return .object(ViewedModel(shape: shape) { fields[$0].value(model) })
    }
}

/// A model behind its view; only the closure knows what kind of model it is.
@usableFromInline
final class ViewedModel: TemplateObject {
    private let shape: ViewShape
    private let value: @Sendable (Int) -> TemplateValue

    @usableFromInline
    init(shape: ViewShape, value: @escaping @Sendable (Int) -> TemplateValue) {
        self.shape = shape
        self.value = value
    }

    @usableFromInline
    func value(named name: String) -> TemplateValue? {
        shape.position(of: name).map(value)
    }
}

/// One name that templates may use, what it means, and how it is got from the model.
///
/// A reference, because a view is asked for fields all the time, and what is generic is slow to copy.
@usableFromInline
package final class ViewField<Model: Sendable>: Sendable {
    let shape: FieldShape
    @usableFromInline let value: @Sendable (Model) -> TemplateValue

    @usableFromInline
    init(
        _ name: String,
        _ documentation: String,
        _ kind: FieldKind,
        value: @escaping @Sendable (Model) -> TemplateValue
    ) {
        shape = FieldShape(name: name, documentation: documentation, kind: kind)
        self.value = value
    }

    @inlinable
    package static func text(
        _ name: String,
        _ documentation: String,
        _ text: @escaping @Sendable (Model) -> String?
    ) -> ViewField {
        ViewField(name, documentation, .text) { model in text(model).map(TemplateValue.text) ?? .absent }
    }

    @inlinable
    package static func number(
        _ name: String,
        _ documentation: String,
        _ number: @escaping @Sendable (Model) -> Int?
    ) -> ViewField {
        ViewField(name, documentation, .number) { model in number(model).map(TemplateValue.number) ?? .absent }
    }

    @inlinable
    package static func phrase(
        _ name: String,
        _ documentation: String,
        _ phrase: @escaping @Sendable (Model) -> Phrase?
    ) -> ViewField {
        ViewField(name, documentation, .phrase) { model in phrase(model).map(TemplateValue.phrase) ?? .absent }
    }

    @inlinable
    package static func text(
        _ name: String,
        _ documentation: String,
        _ text: @escaping @Sendable (Model) -> ContentText?
    ) -> ViewField {
        ViewField(name, documentation, .text) { model in text(model).map(\.value) ?? .absent }
    }

    @inlinable
    package static func html(
        _ name: String,
        _ documentation: String,
        _ fragment: @escaping @Sendable (Model) -> HTMLFragment?
    ) -> ViewField {
        ViewField(name, documentation, .html) { model in fragment(model).map(TemplateValue.html) ?? .absent }
    }

    @inlinable
    package static func flag(
        _ name: String,
        _ documentation: String,
        _ isSet: @escaping @Sendable (Model) -> Bool
    ) -> ViewField {
        ViewField(name, documentation, .flag) { model in .flag(isSet(model)) }
    }

    @inlinable
    package static func texts(
        _ name: String,
        _ documentation: String,
        _ texts: @escaping @Sendable (Model) -> [String]
    ) -> ViewField {
        ViewField(name, documentation, .texts) { model in .list(texts(model).map(TemplateValue.text)) }
    }

    @inlinable
    package static func object<Part: Sendable>(
        _ name: String,
        _ documentation: String,
        _ view: View<Part>,
        _ part: @escaping @Sendable (Model) -> Part?
    ) -> ViewField {
        ViewField(name, documentation, .object(view.shape)) { model in part(model).map(view.value) ?? .absent }
    }

    @inlinable
    package static func list<Part: Sendable>(
        _ name: String,
        _ documentation: String,
        _ view: View<Part>,
        _ parts: @escaping @Sendable (Model) -> [Part]
    ) -> ViewField {
        ViewField(name, documentation, .list(view.shape)) { model in .list(parts(model).map(view.value)) }
    }
}
