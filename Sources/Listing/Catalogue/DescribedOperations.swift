import Evidence
import LocatedJSON

/// The operations of a catalogue: those that it writes itself, and those of the documents that it points at.
struct DescribedOperations {
    /// Those of the catalogue first; each is there once.
    let all: [Operation]

    init(_ descriptions: [MeantDescription], beside written: [Operation]) {
        guard !descriptions.isEmpty else {
            all = written
            return
        }
        var merger = OperationMerger(written)
        for described in descriptions { merger.add(described) }
        all = merger.operations
    }
}

private struct OperationMerger {
    private(set) var operations: [Operation]
    private let writtenCount: Int
    private var places: [String: Int]

    init(_ written: [Operation]) {
        operations = written
        writtenCount = written.count
        places = Dictionary(
            written.enumerated().flatMap { place, operation in
                [(operation.id.value, place), (operation.methodAndPath, place)]
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func add(_ described: MeantDescription) {
        for operation in described.description.operations { add(operation, described.reading) }
    }

    private mutating func add(_ operation: DescribedOperation, _ reading: SecurityReading) {
        let place = places[operation.methodAndPath] ?? places[operation.id.value]
        if let place, place < writtenCount, operations[place].isSame(as: operation) {
            operations[place] = Operation(operations[place], beside: operation, reading)
            return
        }
        // A second one of the same method and path tells nothing new; one of the same id is another operation.
        guard places[operation.methodAndPath] == nil else { return }
        let isTaken = places[operation.id.value] != nil
        let id = isTaken ? Located(operation.methodAndPath, at: operation.id.range) : operation.id
        places[operation.methodAndPath] = operations.count
        places[id.value] = operations.count
        operations.append(Operation(operation, id: id, reading))
    }
}

extension Operation {
    fileprivate func isSame(as described: DescribedOperation) -> Bool {
        methodAndPath == described.methodAndPath
            || (id.value == described.id.value
                && method == described.method
                && PathTemplate(path).shape == PathTemplate(described.path).shape)
    }
}

/// The scopes of a catalogue: those that it writes itself, and those of the documents that it points at.
struct DescribedScopes {
    /// Those of the catalogue first; a scope that it names is as it says.
    let all: [CatalogueScope]

    init(_ descriptions: [MeantDescription], beside written: [CatalogueScope]) {
        var known = Set(written.map(\.id.value))
        let declared = descriptions.flatMap(\.description.scopes).map { ($0.id, $0.description) }
        let used = descriptions.flatMap(\.description.operations).flatMap(\.namedScopes).map { ($0, "") }
        all =
            written
            + (declared + used).filter { known.insert($0.0.value).inserted }.map {
                CatalogueScope($0.0, description: $0.1)
            }
    }
}
