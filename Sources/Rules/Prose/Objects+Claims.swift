/// From what follows a verb to what is claimed.
extension Objects {
    /// - Parameters:
    ///   - antecedent: what a relative clause around the verb speaks of.
    ///   - them: what was named last.
    func claims(of verb: ActionVerb, antecedent: Set<Int>, them: Set<Int>) -> [ActionClaim] {
        var things = direct
        if things.isEmpty, hasPronoun, !them.isEmpty { things = [them] }
        if things.isEmpty, !hasPronoun, !hasOtherObject, !antecedent.isEmpty { things = [antecedent] }
        return claims(of: verb, on: things)
    }

    func claims(ofPassive verb: ActionVerb, subject: Set<Int>) -> [ActionClaim] {
        let things = subject.isEmpty ? [] : [subject]
        return verb.pattern == .look || verb.pattern == .open ? [] : claims(of: verb, on: things)
    }

    private func claims(of verb: ActionVerb, on things: [Set<Int>]) -> [ActionClaim] {
        let (actions, resources) = target(of: verb, things)
        return actions.isEmpty ? [] : resources.map { ActionClaim(actions: actions, resources: $0) }
    }

    private func target(of verb: ActionVerb, _ things: [Set<Int>]) -> (ActionSet, [Set<Int>]) {
        switch verb.pattern {
        case .read: (.read, first(things, owners, origins, places, hasOtherObject ? [] : searched))
        case .create: (.write, first(alike, things))
        case .change: (changeActions(verb), first(alike, destinations, things, owners, places))
        case .send: (alike.isEmpty ? sendActions : .write, first(alike, things, isBack ? destinations : []))
        case .transfer: (alike.isEmpty ? transferActions : .write, first(alike, things, destinations))
        case .delete: origins.isEmpty ? (.delete, first(things)) : (.write, origins)
        case .open: (isIndefinite ? .write : .read, first(things))
        case .keep: (isKeptUpToDate ? .write : [], first(things))
        case .look: (isLookingAt ? .read : [], first(things, destinations, places))
        case .become: (.write, alike)
        }
    }

    private func first(_ lists: [Set<Int>]...) -> [Set<Int>] {
        lists.first { !$0.isEmpty } ?? []
    }

    /// Sending writes, unless the integration itself is where it goes; what leaves for elsewhere has been read at least.
    private var sendActions: ActionSet {
        if isMessage { return [] }
        return switch goesTo {
        case .integration: .read
        case .other: [.read, .write]
        case .platform, nil: .write
        }
    }

    /// What is written elsewhere has been read at least.
    private func changeActions(_ verb: ActionVerb) -> ActionSet {
        if goesToOwn { return Self.moving.contains(verb.base) && !isIndefinite ? .read : [] }
        let isAlsoRead =
            goesTo == .other && alike.isEmpty && destinations.isEmpty && Self.moving.contains(verb.base)
        return isAlsoRead ? [.read, .write] : .write
    }

    private var transferActions: ActionSet {
        switch (goesTo, comesFrom) {
        case (.platform, _), (_, .integration): .write
        case (.integration, _), (_, .platform): .read
        case (.other, _): .read
        case (nil, .other): .write
        case (nil, nil): destinations.isEmpty ? [.read, .write] : .write
        }
    }

    private var isLookingAt: Bool {
        particle.map { Self.lookParticles.contains($0) } ?? false
    }

    private static let moving: Set = ["write", "save", "store", "put", "log"]
    private static let lookParticles = Set(["up", "at", "into", "through"].map { WordKey($0) })
}
