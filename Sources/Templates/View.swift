package import Markup

/// How templates see a model: each field is defined once and gives both the value and the shape.
package struct View<Model: Sendable>: Sendable {
    package let shape: ViewShape
    private let fields: [ViewField<Model>]

    package init(_ name: String, _ fields: [ViewField<Model>]) {
        shape = ViewShape(name: name, fields: fields.map(\.shape))
        self.fields = fields
    }

    /// The model as a template sees it; a field's closure runs only when a template asks for the field.
    package func value(of model: Model) -> TemplateValue {
        .object(ViewedModel(view: self, model: model))
    }

    fileprivate func value(named name: String, of model: Model) -> TemplateValue? {
        shape.position(of: name).map { fields[$0].value(model) }
    }
}

private final class ViewedModel<Model: Sendable>: TemplateObject {
    private let view: View<Model>
    private let model: Model

    init(view: View<Model>, model: Model) {
        self.view = view
        self.model = model
    }

    func value(named name: String) -> TemplateValue? {
        view.value(named: name, of: model)
    }
}

/// One name that templates may use, what it means, and how it is got from the model.
///
/// A reference, because a view is asked for fields all the time, and what is generic is slow to copy.
package final class ViewField<Model: Sendable>: Sendable {
    let shape: FieldShape
    let value: @Sendable (Model) -> TemplateValue

    private init(
        _ name: String,
        _ documentation: String,
        _ kind: FieldKind,
        value: @escaping @Sendable (Model) -> TemplateValue
    ) {
        shape = FieldShape(name: name, documentation: documentation, kind: kind)
        self.value = value
    }

    package static func text(
        _ name: String,
        _ documentation: String,
        _ text: @escaping @Sendable (Model) -> String?
    ) -> ViewField {
        ViewField(name, documentation, .text) { model in text(model).map(TemplateValue.text) ?? .absent }
    }

    package static func html(
        _ name: String,
        _ documentation: String,
        _ fragment: @escaping @Sendable (Model) -> HTMLFragment?
    ) -> ViewField {
        ViewField(name, documentation, .html) { model in fragment(model).map(TemplateValue.html) ?? .absent }
    }

    package static func flag(
        _ name: String,
        _ documentation: String,
        _ isSet: @escaping @Sendable (Model) -> Bool
    ) -> ViewField {
        ViewField(name, documentation, .flag) { model in .flag(isSet(model)) }
    }

    package static func texts(
        _ name: String,
        _ documentation: String,
        _ texts: @escaping @Sendable (Model) -> [String]
    ) -> ViewField {
        ViewField(name, documentation, .texts) { model in .list(texts(model).map(TemplateValue.text)) }
    }

    package static func object<Part: Sendable>(
        _ name: String,
        _ documentation: String,
        _ view: View<Part>,
        _ part: @escaping @Sendable (Model) -> Part?
    ) -> ViewField {
        ViewField(name, documentation, .object(view.shape)) { model in part(model).map(view.value) ?? .absent }
    }

    package static func list<Part: Sendable>(
        _ name: String,
        _ documentation: String,
        _ view: View<Part>,
        _ parts: @escaping @Sendable (Model) -> [Part]
    ) -> ViewField {
        ViewField(name, documentation, .list(view.shape)) { model in .list(parts(model).map(view.value)) }
    }
}
