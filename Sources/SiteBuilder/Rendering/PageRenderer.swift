import Diagnostics
import Templates

/// Fills the templates of a theme.
struct PageRenderer: Sendable {
    let theme: Theme

    func render<Model: FramedPage>(
        _ template: ThemeTemplate,
        _ view: View<Model>,
        _ model: Model,
        reporting report: inout DiagnosticReport
    ) -> RenderedPage {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualPageLength)
        if let compiled = theme.library[template.rawValue] {
            TemplateRenderer.render(
                compiled,
                view.value(of: model),
                library: theme.library,
                into: &bytes,
                mode: .strict,
                reporting: &report
            )
        }
        return RenderedPage(address: model.frame.address, bytes: bytes)
    }

    /// Enough for most pages, so that the buffer seldom has to grow.
    private static let usualPageLength = 24 << 10
}
