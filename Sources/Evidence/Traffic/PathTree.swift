/// The paths of one host, a level for each segment.
struct PathTree: Sendable {
    private struct Node: Sendable {
        var literals: [[UInt8]: Int] = [:]
        /// Those with the most text first.
        var patterns: [(pattern: SegmentPattern, node: Int)] = []
        /// Operations that end here, by method.
        var operations: [String: [Int]] = [:]

        func ending(_ wanted: Wanted) -> [Int]? {
            switch wanted {
            case .method(let method): operations[method]
            case .anyMethod: operations.isEmpty ? nil : operations.values.flatMap(\.self).sorted()
            case .withSlashesAtEnd: nil
            }
        }
    }

    private var nodes = [Node()]
    /// Bounds what open parameters and many alternatives can cost; no real interface comes near.
    private static let mostSteps = 20_000

    /// Bounds how deep the search goes; a longer template takes no request.
    private static let mostSegments = 64

    mutating func insert(_ path: PathTemplate, _ method: String, _ operation: Int) {
        guard path.segments.count <= Self.mostSegments else { return }
        var node = 0
        for segment in path.segments { node = child(of: node, SegmentPattern(segment)) }
        // One that can be called at several servers may come here twice.
        guard nodes[node].operations[method]?.last != operation else { return }
        nodes[node].operations[method, default: []].append(operation)
    }

    private mutating func child(of node: Int, _ pattern: SegmentPattern) -> Int {
        if let literal = pattern.literal {
            if let known = nodes[node].literals[literal] { return known }
            nodes[node].literals[literal] = nodes.count
        } else {
            if let known = nodes[node].patterns.first(where: { $0.pattern == pattern }) { return known.node }
            let place = nodes[node].patterns.firstIndex { Self.isMoreSpecific(pattern, than: $0.pattern) }
            nodes[node].patterns.insert((pattern, nodes.count), at: place ?? nodes[node].patterns.count)
        }
        nodes.append(Node())
        return nodes.count - 1
    }

    private static func isMoreSpecific(_ pattern: SegmentPattern, than other: SegmentPattern) -> Bool {
        pattern.isOpen != other.isOpen ? !pattern.isOpen : pattern.textCount > other.textCount
    }

    /// Which operations a path is looked up for.
    enum Wanted {
        case method(String)
        case anyMethod
        /// Where the last parameter, which takes one segment, takes all that are left: nobody encoded its slashes.
        case withSlashesAtEnd(String)
    }

    func operations(_ wanted: Wanted, _ segments: [[UInt8]]) -> [Int]? {
        var steps = 0
        return operations(wanted, segments, from: 0, at: 0, &steps)
    }

    /// Goes as deep as the templates do, not the path.
    private func operations(
        _ wanted: Wanted,
        _ segments: [[UInt8]],
        from place: Int,
        at node: Int,
        _ steps: inout Int
    ) -> [Int]? {
        steps += 1
        guard steps < Self.mostSteps else { return nil }
        guard place < segments.count else { return nodes[node].ending(wanted) }
        if let next = nodes[node].literals[segments[place]],
            let found = operations(wanted, segments, from: place + 1, at: next, &steps)
        {
            return found
        }
        for (pattern, next) in nodes[node].patterns {
            var text = segments[place]
            var end = place + 1
            while true {
                if pattern.takes(text), let found = operations(wanted, segments, from: end, at: next, &steps) {
                    return found
                }
                if case .withSlashesAtEnd(let method) = wanted, pattern.isParameter, end < segments.count,
                    let found = nodes[next].operations[method]
                {
                    return found
                }
                steps += 1
                guard pattern.isOpen, end < segments.count, steps < Self.mostSteps else { break }
                text += [UInt8(ascii: "/")] + segments[end]
                end += 1
            }
        }
        return nil
    }
}
