package import Diagnostics

/// Proves, before anything is rendered, that templates only say what their views can answer.
package enum TemplateChecker {
    /// Follows the templates from `entry`, given a value of `shape`, and reports each tag once.
    package static func check(
        _ library: TemplateLibrary,
        entry: String,
        shape: ViewShape,
        reporting report: inout DiagnosticReport
    ) {
        guard let template = library[entry] else {
            if !library.names.contains(entry) { reportMissing(entry, library, &report) }
            return
        }
        var check = TemplateCheck(library: library)
        check.follow(template, ShapeStack(shape))
        report.add(contentsOf: check.findings.report)
    }

    private static func reportMissing(_ entry: String, _ library: TemplateLibrary, _ report: inout DiagnosticReport) {
        let meant = closestMatch(to: entry, among: library.names)
        report.error(
            "template-partial-missing",
            "there is no template `\(entry)` to begin with",
            withoutPlace: "the program begins with it, and no file names it",
            notes: meant.map { [Note("the nearest name is `\($0)`")] } ?? []
        )
    }
}

/// One walk through the templates that can be reached from an entry.
struct TemplateCheck {
    /// Templates and overriding blocks, counted each time they are followed.
    private static let mostSteps = 100_000

    private(set) var findings = TemplateFindings()

    private let library: TemplateLibrary
    private var overrides = Overrides()
    /// What has been followed need not be followed again with the same values and overrides in reach.
    private var followed: Set<FollowedTemplate> = []
    private var depth = 0
    private var steps = 0
    private var isBrokenOff = false

    init(library: TemplateLibrary) {
        self.library = library
    }

    mutating func follow(_ template: Template, _ stack: ShapeStack) {
        let state = FollowedTemplate(name: template.name, stack: stack, overrides: overrides.visible)
        guard followed.insert(state).inserted else { return }
        steps += 1
        check(0..<template.nodes.count, of: template, stack)
    }

    private mutating func check(_ nodes: Range<Int>, of template: Template, _ stack: ShapeStack) {
        var index = nodes.lowerBound
        while index < nodes.upperBound, !isBrokenOff {
            check(index, of: template, stack)
            index = template.nodes[index].end
        }
    }

    private mutating func check(_ index: Int, of template: Template, _ stack: ShapeStack) {
        let node = template.nodes[index]
        switch node.kind {
        case .literal, .argument, .text, .scriptText, .textBlock: break
        case .variable, .unescapedVariable:
            guard let kind = findings.kind(of: node, in: template, stack) else { return }
            findings.checkWritable(kind, node, in: template)
        case .section:
            guard let kind = findings.kind(of: node, in: template, stack) else { return }
            checkContent(of: index, in: template, stack.inside(kind))
        case .invertedSection:
            _ = findings.kind(of: node, in: template, stack)
            checkContent(of: index, in: template, stack)
        case .plural:
            if let kind = findings.kind(of: node, in: template, stack) {
                findings.checkCountable(kind, node, in: template)
            }
            checkContent(of: index, in: template, stack)
        case .pluralForm: checkContent(of: index, in: template, stack)
        case .partial: checkPartial(node, of: template, stack)
        case .parent: checkParent(index, of: template, stack)
        case .parameter: checkParameter(index, of: template, stack)
        }
    }

    private mutating func checkContent(of index: Int, in template: Template, _ stack: ShapeStack) {
        guard goDeeper(at: template.nodes[index], of: template) else { return }
        check(template.content(of: index), of: template, stack)
        depth -= 1
    }

    private mutating func checkPartial(_ node: TemplateNode, of template: Template, _ stack: ShapeStack) {
        guard let partial = self.template(named: node, of: template, stack) else { return }
        guard goDeeper(at: node, of: template) else { return }
        follow(partial, stack)
        depth -= 1
    }

    private mutating func checkParent(_ index: Int, of template: Template, _ stack: ShapeStack) {
        let node = template.nodes[index]
        guard let parent = self.template(named: node, of: template, stack) else { return }
        guard goDeeper(at: node, of: template) else { return }
        overrides.push(template, index)
        follow(parent, stack)
        overrides.pop()
        depth -= 1
    }

    /// What overrides a block is checked with the values of the place where the block stands.
    private mutating func checkParameter(_ index: Int, of template: Template, _ stack: ShapeStack) {
        let node = template.nodes[index]
        guard let override = overrides.override(of: template.names[node.names.lowerBound]) else {
            return checkContent(of: index, in: template, stack)
        }
        steps += 1
        let visible = overrides.enter(override)
        checkContent(of: override.argument, in: override.template, stack)
        overrides.leave(restoring: visible)
    }

    private mutating func template(named node: TemplateNode, of template: Template, _ stack: ShapeStack) -> Template? {
        guard node.isDynamic else { return library[template.names[node.names.lowerBound]] }
        if findings.kind(of: node, in: template, stack) != nil { findings.reportDynamic(node, in: template) }
        return nil
    }

    /// Counts one level more; the caller counts it off again.
    private mutating func goDeeper(at node: TemplateNode, of template: Template) -> Bool {
        guard depth < Rendering.deepest, steps <= Self.mostSteps else {
            isBrokenOff = true
            findings.reportTooDeep(node, in: template)
            return false
        }
        depth += 1
        return true
    }
}

private struct FollowedTemplate: Hashable {
    let name: String
    let stack: ShapeStack
    let overrides: [Overrides.ScopeIdentity]
}
