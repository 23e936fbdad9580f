import Synchronization
import Templates
import Testing

struct ViewTests {
    @Test func `the shape tells the names, kinds and meanings in the order of definition`() {
        let shape = ListingModel.view.shape
        #expect(shape.name == "listing")
        #expect(
            shape.fields.map(\.name) == ["name", "tagline", "overview", "isBeta", "keywords", "support", "features"]
        )
        #expect(shape.field(named: "features")?.kind == .list(FeatureModel.view.shape))
        #expect(shape.field(named: "support")?.documentation == "Whom to ask.")
        #expect(shape.field(named: "zzz") == nil)
    }

    @Test func `a field is made only when a template asks for it`() {
        final class Calls: Sendable {
            let names = Mutex<[String]>([])
        }
        struct Model: Sendable {
            let calls = Calls()
        }
        func field(_ name: String) -> ViewField<Model> {
            .text(name, "A text.") { model in
                model.calls.names.withLock { $0.append(name) }
                return name
            }
        }
        let view = View<Model>("model", [field("a"), field("b")])
        let model = Model()
        #expect(MarkedLibrary(["page": "{{b}}"]).render(view.value(of: model)).text == "b")
        #expect(model.calls.names.withLock { $0 } == ["b"])
    }
}
