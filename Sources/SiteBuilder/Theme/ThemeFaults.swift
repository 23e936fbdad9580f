import Diagnostics
import Templates

/// What is wrong with a theme, each fault once: a partial is looked at for every template that brings it in, and everything
/// for every language.
struct ThemeFaults {
    private let library: TemplateLibrary
    /// How far the files of the themes are from the theme that was asked for, by path.
    private var distances: [String: Int] = [:]
    private var templateNames: [String: String] = [:]
    private var filesOnDisk: Set<String> = []
    private var problems: [Diagnostic] = []
    private var seen: Set<Core> = []
    /// The kinds of pages on which there is a fault, by its place.
    private var kinds: [SourceRange: Set<ThemeTemplate>] = [:]

    private struct Core: Hashable {
        let place: SourceRange?
        let id: String
        let message: String
    }

    /// - Parameter chain: the theme and those that it extends, the nearest first.
    init(of library: TemplateLibrary, _ chain: [ThemeSource]) {
        self.library = library
        for (distance, source) in chain.enumerated() {
            for file in source.templates { templateNames[file.path] = file.name }
            for file in source.templates + source.texts {
                distances[file.path] = distance
                if source.isOnDisk { filesOnDisk.insert(file.path) }
            }
        }
    }

    mutating func add(_ found: DiagnosticReport) {
        for problem in found.diagnostics { add(problem) }
    }

    mutating func add(_ found: DiagnosticReport, from template: ThemeTemplate) {
        for problem in found.diagnostics {
            add(problem)
            if let place = problem.range { kinds[place, default: []].insert(template) }
        }
    }

    private mutating func add(_ problem: Diagnostic) {
        if let moved = moved(problem) {
            keep(moved, Core(place: moved.range, id: moved.id, message: moved.message))
        } else if problem.id.hasPrefix("template-") {
            // Which views are in reach differs from page to page, and a tag is mended only once.
            keep(problem, Core(place: problem.range, id: "", message: ""))
        } else {
            keep(problem, Core(place: problem.range, id: problem.id, message: problem.message))
        }
    }

    private mutating func keep(_ problem: Diagnostic, _ core: Core) {
        if seen.insert(core).inserted { problems.append(problem) }
    }

    func report(to report: inout DiagnosticReport) {
        for problem in problems {
            var problem = problem
            if let note = noteOnKinds(of: problem) { problem.notes.append(note) }
            report.add(problem)
        }
    }

    /// Where a theme takes away what the theme that it extends makes use of, its own file is to be mended; it is named in
    /// a note.
    private func moved(_ problem: Diagnostic) -> Diagnostic? {
        guard let place = problem.range, let distance = distances[place.path] else { return nil }
        let nearer = problem.notes.first { note in
            note.range.flatMap { distances[$0.path] }.map { $0 < distance } ?? false
        }
        guard let nearer, let range = nearer.range else { return nil }
        let user = Note("'\(place.path)' makes use of it", at: filesOnDisk.contains(place.path) ? place : nil)
        return Diagnostic(
            id: problem.id,
            severity: problem.severity,
            message: problem.message,
            range: range,
            notes: [Note(nearer.message), user]
        )
    }

    /// What one page has another may lack, and a tag that both bring in is wrong only there.
    private func noteOnKinds(of problem: Diagnostic) -> Note? {
        guard let place = problem.range, let kinds = kinds[place], let name = templateNames[place.path] else {
            return nil
        }
        let others = ThemeTemplate.allCases.filter {
            !kinds.contains($0) && library.names(reachableFrom: [$0.rawValue]).contains(name)
        }
        guard !others.isEmpty else { return nil }
        let wrong = ThemeTemplate.allCases.filter(kinds.contains)
        return Note("so it is on pages of \(Self.list(wrong)), and not on those of \(Self.list(others))")
    }

    private static func list(_ templates: [ThemeTemplate]) -> String {
        templates.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    }
}
