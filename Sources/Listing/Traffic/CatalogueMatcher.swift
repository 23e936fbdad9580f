import Evidence
import Synchronization

/// The operations of a catalogue as a matcher knows them, put together when the first recording asks for it.
final class CatalogueMatcher: Sendable {
    private let operations: [Operation]
    private let made = Mutex<OperationMatcher?>(nil)

    init(_ operations: [Operation]) {
        self.operations = operations
    }

    var matcher: OperationMatcher {
        made.withLock { made in
            if let made { return made }
            let matcher = OperationMatcher(
                operations.map { OperationMatcher.Route(method: $0.method, addresses: $0.addresses) }
            )
            made = matcher
            return matcher
        }
    }
}
