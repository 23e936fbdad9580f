package import Diagnostics

/// The templates of a theme, by the names that tags use for them.
package struct TemplateLibrary: Sendable {
    private let templates: [String: Template]

    package struct File: Sendable {
        package let name: String
        package let path: String
        package let bytes: [UInt8]

        package init(name: String, path: String, bytes: [UInt8]) {
            self.name = name
            self.path = path
            self.bytes = bytes
        }
    }

    /// Parses the files and reports what is wrong with each and between them; what could be parsed can be used.
    package init(_ files: [File], reporting report: inout DiagnosticReport) {
        var templates: [String: Template] = [:]
        for file in files {
            let template = Template.parse(name: file.name, path: file.path, source: file.bytes, reporting: &report)
            templates[file.name] = template
        }
        self.templates = templates
        let names = Set(files.map(\.name))
        for file in files {
            guard let template = templates[file.name] else { continue }
            reportMissingPartials(of: template, names: names, reporting: &report)
        }
    }

    package subscript(name: String) -> Template? {
        templates[name]
    }

    private func reportMissingPartials(
        of template: Template,
        names: Set<String>,
        reporting report: inout DiagnosticReport
    ) {
        for node in template.nodes where (node.kind == .partial || node.kind == .parent) && !node.isDynamic {
            let name = template.name(of: node)
            guard !names.contains(name) else { continue }
            let meant = closestMatch(to: name, among: names)
            report.error(
                "template-partial-missing",
                "there is no template `\(name)`",
                at: template.range(of: node),
                notes: meant.map { [Note("did you mean `\($0)`?")] } ?? [],
                fixes: meant.map { [template.renaming(node, to: $0)] } ?? []
            )
        }
    }
}

extension Template {
    func renaming(_ node: TemplateNode, to name: String) -> Fix {
        let edit = TextEdit(SourceRange(path: path, bytes: node.nameRange), replacement: name)
        return Fix("Replace with `\(name)`", safety: .needsReview, edits: [edit])
    }
}
