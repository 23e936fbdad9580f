import LocatedJSON

/// What recordings tell of a requested scope.
package enum TrafficUse {
    case used
    case unused
    /// Nothing can be told: a recording is not whole, or has no call that came through, or one of which nobody says what it
    /// needs; or calls that may need the scope came to nothing; or no operation and no feature that can be used needs it.
    case unknown

    package init(of request: ScopeRequest, in listing: ParsedListing, _ traffic: ObservedTraffic) {
        let granted = listing.catalogue.scopesGranted(by: request.id.value)
        if !traffic.usedScopes.isDisjoint(with: granted) {
            self = .used
            return
        }
        let features = listing.features(using: request)
        let isPlanned = !features.isEmpty && features.allSatisfy { $0.status == .planned }
        let isTold =
            traffic.isWhole && traffic.calls.contains(where: \.isUse) && !isPlanned
            && traffic.doubtfulScopes.isDisjoint(with: granted)
            && traffic.calls.allSatisfy(\.isNeedKnown)
            && listing.catalogue.hasOperation(using: request.id.value)
        self = isTold ? .unused : .unknown
    }
}
