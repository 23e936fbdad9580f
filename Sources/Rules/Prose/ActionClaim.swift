/// What a sentence says that the integration does with a resource of the platform.
struct ActionClaim: Sendable, Hashable {
    /// Any of these is what is said: `imports contacts` may read or write them.
    let actions: ActionSet
    /// The resources that the word may mean; one of them is meant.
    let resources: Set<Int>
}
