/// What is known of the clause that a sentence is in the middle of.
struct Clause {
    enum Doer: Equatable {
        /// Nobody yet.
        case none
        case integration
        /// The reader, the platform, or anything else that is not the integration.
        case other
    }

    var doer = Doer.none
    /// What the clause begins with, which a passive verb acts on.
    var subject: Set<Int> = []
    /// What a relative clause speaks of.
    var antecedent: Set<Int> = []
    /// What the clause around a relative clause begins with.
    var main: Set<Int> = []
    /// Whether it says under which condition, not what.
    var isPremise = false
    var isRelative = false
    var isNegated = false
    /// `could`, `may`.
    var isPossible = false
    var hasCan = false
    /// After a form of `be`, so that a participle is passive.
    var isPassive = false
    /// After a verb like `uses`, so that `to` and a verb say what is done.
    var hasPurpose = false
    var hasVerb = false
}
