import Listing
import LocatedJSON

/// The words in which the catalogue says what a scope allows, and other words for the same.
enum ScopeWords {
    static func stems(of scope: CatalogueScope) -> Set<String> {
        let texts = [scope.id.value, scope.title, scope.description, scope.resource ?? ""] + scope.terms
        let words = texts.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init)
        let actions = ActionSet(scope.actions)
        let verbs = ActionVerb.all.filter { !$0.pattern.usualActions.isDisjoint(with: actions) }.map(\.base)
        return Set((words + verbs).map { Inflection.stem($0) })
    }
}
