package import Diagnostics
import Markup

/// Writes a template with its values filled in.
package enum TemplateRenderer {
    package enum Mode: Sendable {
        /// As the Mustache specification has it: `{{{text}}}` is written as it is.
        case specification
        /// Only `.html` is written as it is: no tag gets a text into the page unescaped.
        case strict
    }

    /// Appends the rendered template to `output`.
    ///
    /// Names without a value and missing partials are rendered as nothing, because `TemplateLibrary` and
    /// `TemplateChecker` have reported them. What only shows while rendering, templates that bring each other in
    /// without end, is reported here; the output then breaks off.
    package static func render(
        _ template: Template,
        _ value: TemplateValue,
        library: TemplateLibrary,
        into output: inout [UInt8],
        mode: Mode,
        reporting report: inout DiagnosticReport
    ) {
        var rendering = Rendering(library: library, mode: mode, value: value)
        swap(&rendering.output, &output)
        rendering.render(template)
        swap(&rendering.output, &output)
        if let problem = rendering.problem { report.add(problem) }
    }
}
