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
        /// - Parameter isByPathAlone: whether no domain is known of the operations, so that it may be another one's path.
        case operations([Int], isByPathAlone: Bool)
        /// The host is one of the platform's, and the request is for no operation that is known.
        case unmatched
        /// A host that no operation names, or what stands at a host of the platform beside its interface.
        case elsewhere
    }

    private struct HostTree: Sendable {
        let host: HostTemplate
        /// As the catalogue writes it.
        let name: String
        var paths = PathTree()
        /// Where the interfaces at this host begin.
        var bases: Set<BasePath> = []
    }

    /// Of the operations whose host is known; the literal hosts come first, and last those that take strangers' hosts.
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
                trees[position].bases.insert(BasePath(address.base))
            }
        }
        hosts =
            trees.filter { $0.host.isLiteral } + trees.filter { !$0.host.isLiteral && !$0.host.isBroad }
            + trees.filter(\.host.isBroad)
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
        package var isOfPlatform: Bool { template != nil }
    }

    package func known(_ host: String) -> KnownHost {
        let name = Array(host.lowercased().utf8)
        let trees = hosts.indices.filter { hosts[$0].host.takes(name) }
        return KnownHost(trees: trees, template: trees.first { !hosts[$0].host.isBroad }.map { hosts[$0].name })
    }

    package func operation(method: String, path: String, at host: KnownHost) -> Answer {
        let segments = Self.segments(of: path)
        // What is not declared for HEAD is what GET would answer.
        for method in method == "HEAD" ? ["HEAD", "GET"] : [method] {
            if let (numbers, isByPathAlone) = operations(.method(method), segments, at: host) {
                return .operations(numbers, isByPathAlone: isByPathAlone)
            }
        }
        return isWithinInterface(segments, at: host) ? .unmatched : .elsewhere
    }

    /// The operations that a request which is for none may have been meant for: those of its path under another method, as
    /// some platforms take each call by `POST` too, and those whose last parameter would have to take in slashes.
    package func operationsNear(method: String, path: String, at host: KnownHost) -> [Int] {
        let segments = Self.segments(of: path)
        if let found = operations(.anyMethod, segments, at: host) { return found.numbers }
        // Where the host tells nothing, nearly every path is a longer one of some parameter.
        guard host.isOfPlatform else { return [] }
        return operations(.withSlashesAtEnd(method), segments, at: host)?.numbers ?? []
    }

    private func operations(
        _ wanted: PathTree.Wanted,
        _ segments: [[UInt8]],
        at host: KnownHost
    ) -> (numbers: [Int], isByPathAlone: Bool)? {
        for tree in host.trees {
            if let numbers = hosts[tree].paths.operations(wanted, segments) {
                return (numbers, hosts[tree].host.isBroad)
            }
        }
        guard hasAnywhere else { return nil }
        return anywhere.operations(wanted, segments).map { ($0, true) }
    }

    /// Whether a path is below one of those where interfaces begin: other pages of the same host are none of them.
    private func isWithinInterface(_ segments: [[UInt8]], at host: KnownHost) -> Bool {
        host.trees.contains { tree in
            !hosts[tree].host.isBroad && hosts[tree].bases.contains { $0.holds(segments) }
        }
    }

    private static func segments(of path: String) -> [[UInt8]] {
        path.split(separator: "/", omittingEmptySubsequences: true).map { Array(percentDecoded($0).utf8) }
    }
}
