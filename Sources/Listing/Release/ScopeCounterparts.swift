/// Which scope of one release is the same as which of another.
///
/// It is the same with the same id and holder, and also where one of them does not say who holds it.
struct ScopeCounterparts: Sendable {
    private var earlierByLater: [String: RecordedScope] = [:]
    private var laterByEarlier: [String: RecordedScope] = [:]

    init(of later: [RecordedScope], among earlier: [RecordedScope], in catalogue: Catalogue) {
        let byHolder = Dictionary(
            earlier.map { ($0.fullReference(in: catalogue), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for scope in later {
            if let same = byHolder[scope.fullReference(in: catalogue)] { pair(scope, same) }
        }
        // One that may be anybody's stands for one scope only: a second holder is asked for anew.
        var unpaired = Dictionary(grouping: earlier.filter { laterByEarlier[$0.reference] == nil }, by: \.id)
        for scope in later where earlierByLater[scope.reference] == nil {
            guard var candidates = unpaired[scope.id],
                let place = candidates.firstIndex(where: { $0.mayBeHeld(byHolderOf: scope, in: catalogue) })
            else { continue }
            pair(scope, candidates.remove(at: place))
            unpaired[scope.id] = candidates
        }
    }

    private mutating func pair(_ later: RecordedScope, _ earlier: RecordedScope) {
        earlierByLater[later.reference] = earlier
        laterByEarlier[earlier.reference] = later
    }

    /// nil for a scope that was not asked for before.
    func earlier(of scope: RecordedScope) -> RecordedScope? { earlierByLater[scope.reference] }

    /// nil for a scope that is not asked for any more.
    func later(of scope: RecordedScope) -> RecordedScope? { laterByEarlier[scope.reference] }
}

extension RecordedScope {
    /// The reference with the actor, also where it goes without saying.
    fileprivate func fullReference(in catalogue: Catalogue) -> String {
        holder(in: catalogue).map { "\(id)@\($0)" } ?? id
    }

    /// Who holds it, also where it goes without saying.
    func holder(in catalogue: Catalogue) -> String? { actor ?? catalogue.onlyActor(of: id) }

    /// Whether both are held by the same, as far as they say by whom.
    func mayBeHeld(byHolderOf other: RecordedScope, in catalogue: Catalogue) -> Bool {
        guard let holder = holder(in: catalogue), let otherHolder = other.holder(in: catalogue) else { return true }
        return holder == otherHolder
    }
}
