package import Diagnostics

/// The templates of a theme, by the names that tags use for them.
package struct TemplateLibrary: Sendable {
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

    /// Of all files, those that could not be parsed included.
    let names: Set<String>
    let templates: [String: Template]
    /// Whether every file could be parsed, so that what is used nowhere is known.
    package var isWhole: Bool { templates.count == names.count }
    /// Of the language that the templates are made for; absent as long as their texts are not filled in.
    package let texts: Texts?

    /// Parses the files and reports what is wrong in each and between them; what could be parsed can be used.
    package init(_ files: [File], reporting report: inout DiagnosticReport) {
        var templates: [String: Template] = [:]
        for file in files {
            if templates[file.name] != nil { Self.reportDuplicate(file, &report) }
            templates[file.name] = Template.parse(
                name: file.name,
                path: file.path,
                source: file.bytes,
                reporting: &report
            )
        }
        self.templates = templates
        texts = nil
        names = Set(files.map(\.name))
        var parameters = ParameterNames(of: templates)
        for file in files {
            guard let template = templates[file.name] else { continue }
            checkReferences(of: template, &parameters, reporting: &report)
        }
    }

    init(names: Set<String>, templates: [String: Template], texts: Texts) {
        self.names = names
        self.templates = templates
        self.texts = texts
    }

    /// Whether there is a file of that name, be it one that could not be parsed.
    package func has(_ name: String) -> Bool { names.contains(name) }

    package subscript(name: String) -> Template? {
        templates[name]
    }

    private static func reportDuplicate(_ file: File, _ report: inout DiagnosticReport) {
        report.error(
            "template-name-duplicated",
            "another template is named `\(file.name)` too",
            at: SourceRange(startOf: file.path)
        )
    }

    private func checkReferences(
        of template: Template,
        _ parameters: inout ParameterNames,
        reporting report: inout DiagnosticReport
    ) {
        for index in template.nodes.indices where !template.nodes[index].isDynamic {
            let node = template.nodes[index]
            guard node.kind == .partial || node.kind == .parent else { continue }
            let name = template.name(of: node)
            if !names.contains(name) {
                reportUnknown(
                    "there is no template `\(name)`",
                    id: "template-partial-missing",
                    node,
                    names,
                    template,
                    &report
                )
            } else if node.kind == .parent, let known = parameters.reachable(from: name) {
                checkArguments(of: index, in: template, known, reporting: &report)
            }
        }
    }

    private func checkArguments(
        of parent: Int,
        in template: Template,
        _ parameters: Set<String>,
        reporting report: inout DiagnosticReport
    ) {
        let parentName = template.name(of: template.nodes[parent])
        let arguments = template.arguments[parent] ?? [:]
        for (name, index) in arguments.sorted(by: { $0.value < $1.value }) where !parameters.contains(name) {
            reportUnknown(
                "`\(parentName)` has no block `\(name)`",
                id: "template-name-unknown",
                template.nodes[index],
                parameters,
                template,
                notes: templates[parentName].map { Self.adviceOnBlock(name, of: $0) } ?? [],
                &report
            )
        }
    }

    private static func adviceOnBlock(_ name: String, of parent: Template) -> [Note] {
        [Note("write `{{$\(name)}}{{/\(name)}}` where the block belongs", at: SourceRange(startOf: parent.path))]
    }

    private func reportUnknown(
        _ message: String,
        id: String,
        _ node: TemplateNode,
        _ known: Set<String>,
        _ template: Template,
        notes: [Note] = [],
        _ report: inout DiagnosticReport
    ) {
        let meant = closestMatch(to: template.name(of: node), among: known)
        report.error(
            id,
            message,
            at: template.range(of: node),
            notes: (meant.map { [Note("did you mean `\($0)`?")] } ?? []) + notes,
            fixes: meant.map { template.renaming(node, to: $0) } ?? []
        )
    }
}
