/// Tells which operation a request was for: by method, host and path, the most specific first.
///
/// The paths stand in one tree a host, a level for each segment, so that what a request costs does not depend on how many
/// operations there are.
package struct OperationMatcher: Sendable {
    package struct Route: Sendable {
        package let method: String
        package let addresses: [AddressTemplate]

        package init(method: String, addresses: [AddressTemplate]) {
            self.method = method
            self.addresses = addresses
        }
    }

    package enum Answer: Sendable, Hashable {
        /// Several where the catalogue has them at the same path, so that nobody can tell for which a request was.
        ///
        /// - Parameter isByPathAlone: whether no host is known of the operations, so that it may be another one's path.
        case operations([Int], isByPathAlone: Bool)
        /// The host is one of the platform's, and the request is for no operation that is known.
        case unmatched
        /// A host that no operation names.
        case elsewhere
    }

    private struct HostTree: Sendable {
        let host: HostTemplate
        /// As the catalogue writes it.
        let name: String
        var paths = PathTree()
    }

    /// Of the operations whose host is known; the literal hosts come first.
    private let hosts: [HostTree]
    private let anywhere: PathTree
    private let hasAnywhere: Bool
    /// The segments of all paths that have no parameters.
    private let words: Set<String>

    /// - Parameter routes: answers name them by their position.
    package init(_ routes: [Route]) {
        var trees: [HostTree] = []
        var positions: [HostTemplate: Int] = [:]
        var anywhere = PathTree()
        var hasAnywhere = false
        var words: Set<String> = []
        for (number, route) in routes.enumerated() {
            let method = route.method.uppercased()
            for address in route.addresses {
                let path = PathTemplate(String(address.path.prefix { $0 != "?" && $0 != "#" }))
                words.formUnion(path.segments.compactMap(\.word))
                guard let host = address.host else {
                    anywhere.insert(path, method, number)
                    hasAnywhere = true
                    continue
                }
                let template = HostTemplate(host)
                let position = positions[template] ?? trees.count
                if position == trees.count {
                    positions[template] = position
                    trees.append(HostTree(host: template, name: host))
                }
                trees[position].paths.insert(path, method, number)
            }
        }
        hosts = trees.filter { $0.host.isLiteral } + trees.filter { !$0.host.isLiteral }
        self.anywhere = anywhere
        self.hasAnywhere = hasAnywhere
        self.words = words
    }

    /// Whether the catalogue itself has a path with this segment, so that it is no id and no key of anybody's.
    package func isWord(_ segment: String) -> Bool { words.contains(segment) }

    /// The hosts whose operations a host can be asked for: what ``operation(method:path:at:)`` needs, worked out once.
    package struct KnownHost: Sendable {
        fileprivate let trees: [Int]
        /// As the catalogue writes it, with braces for what tells whose it is; nil for a host that it does not name.
        package let template: String?
        package var isOfPlatform: Bool { !trees.isEmpty }
    }

    package func known(_ host: String) -> KnownHost {
        let name = Array(host.lowercased().utf8)
        let trees = hosts.indices.filter { hosts[$0].host.takes(name) }
        return KnownHost(trees: trees, template: trees.first.map { hosts[$0].name })
    }

    package func operation(method: String, path: String, at host: KnownHost) -> Answer {
        let segments = path.split(separator: "/", omittingEmptySubsequences: true).map {
            Array(percentDecoded($0).utf8)
        }
        // What is not declared for HEAD is what GET would answer.
        for method in method == "HEAD" ? ["HEAD", "GET"] : [method] {
            for tree in host.trees {
                if let numbers = hosts[tree].paths.operations(method, segments) {
                    return .operations(numbers, isByPathAlone: false)
                }
            }
            if hasAnywhere, let numbers = anywhere.operations(method, segments) {
                return .operations(numbers, isByPathAlone: true)
            }
        }
        return host.isOfPlatform ? .unmatched : .elsewhere
    }
}

/// A host with parameters in braces: `api-{dc}.example.com`.
private struct HostTemplate: Sendable, Hashable {
    private let pattern: SegmentPattern

    init(_ host: String) {
        let (name, port) = Self.parts(of: host)
        pattern = SegmentPattern(PathSegment(port == "443" || port == "80" ? name : host[...]))
    }

    var isLiteral: Bool { pattern.literal != nil }

    func takes(_ host: [UInt8]) -> Bool { pattern.takes(host) }

    private static func parts(of host: String) -> (Substring, port: Substring) {
        guard let colon = host.lastIndex(of: ":") else { return (host[...], "") }
        return (host[..<colon], host[host.index(after: colon)...])
    }
}

/// Text with gaps of at least one byte.
struct SegmentPattern: Sendable, Hashable {
    private let first: [UInt8]
    private let last: [UInt8]
    /// What stands between two gaps.
    private let middle: [[UInt8]]
    private let gapCount: Int
    /// Of `{+name}`: the gap takes in slashes.
    let isOpen: Bool

    init(_ segment: PathSegment) {
        var texts: [[UInt8]] = [[]]
        var isOpen = false
        for part in segment.parts {
            switch part {
            case .text(let text): texts[texts.count - 1] += text.utf8
            case .parameter: texts.append([])
            case .openParameter:
                texts.append([])
                isOpen = true
            }
        }
        first = texts[0]
        last = texts.count > 1 ? texts[texts.count - 1] : []
        middle = Array(texts.dropFirst().dropLast())
        gapCount = texts.count - 1
        self.isOpen = isOpen
    }

    /// The text, where there are no gaps.
    var literal: [UInt8]? { gapCount == 0 ? first : nil }
    /// How much of it is text: more of it is more specific.
    var textCount: Int { first.count + last.count + middle.reduce(0) { $0 + $1.count } }

    func takes(_ text: [UInt8]) -> Bool {
        guard gapCount > 0 else { return text == first }
        guard text.count >= textCount + gapCount, text.starts(with: first), text.suffix(last.count).elementsEqual(last)
        else { return false }
        var place = first.count
        let end = text.count - last.count
        for piece in middle {
            // A gap holds at least one byte.
            guard let found = Self.find(piece, in: text, from: place + 1, to: end) else { return false }
            place = found + piece.count
        }
        return place < end
    }

    private static func find(_ piece: [UInt8], in text: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start + piece.count <= end else { return nil }
        return (start...(end - piece.count)).first { text[$0..<($0 + piece.count)].elementsEqual(piece) }
    }
}

/// The paths of one host, a level for each segment.
struct PathTree: Sendable {
    private struct Node: Sendable {
        var literals: [[UInt8]: Int] = [:]
        /// Those with the most text first.
        var patterns: [(pattern: SegmentPattern, node: Int)] = []
        /// Operations that end here, by method.
        var operations: [String: [Int]] = [:]
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

    func operations(_ method: String, _ segments: [[UInt8]]) -> [Int]? {
        var steps = 0
        return operations(method, segments, from: 0, at: 0, &steps)
    }

    /// Goes as deep as the templates do, not the path.
    private func operations(
        _ method: String,
        _ segments: [[UInt8]],
        from place: Int,
        at node: Int,
        _ steps: inout Int
    ) -> [Int]? {
        steps += 1
        guard steps < Self.mostSteps else { return nil }
        guard place < segments.count else { return nodes[node].operations[method] }
        if let next = nodes[node].literals[segments[place]],
            let found = operations(method, segments, from: place + 1, at: next, &steps)
        {
            return found
        }
        for (pattern, next) in nodes[node].patterns {
            var text = segments[place]
            var end = place + 1
            while true {
                if pattern.takes(text), let found = operations(method, segments, from: end, at: next, &steps) {
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
