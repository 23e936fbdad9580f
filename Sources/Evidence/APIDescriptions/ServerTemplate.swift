import Diagnostics
import LocatedJSON

/// A server of an OpenAPI document: an address with variables in braces, of which the document may say the values.
struct ServerTemplate {
    let url: Located<String>
    private let variables: JSONObject?

    /// nil where there is no address.
    init?(_ object: JSONObject) {
        guard let url = object.string("url") else { return nil }
        self.url = url
        variables = object.object("variables")
    }

    /// More of them would be no servers but a language of its own.
    private static let mostAddresses = 32

    /// The address with each variable written out as far as the document tells its values.
    ///
    /// A variable whose values are all told (`enum`) has these. Of any other only the usual value is told (`default`): in the
    /// host it stands for the customers' names, and stays a variable; anywhere else it is one value of several.
    var addresses: [String] {
        var addresses = [url.value]
        for member in variables?.members ?? [] {
            guard let values = values(of: member) else { continue }
            let name = "{\(member.name)}"
            let written = addresses.flatMap { address in
                address.contains(name) ? values.map { address.replacing(name, with: $0) } : [address]
            }
            guard written.count <= Self.mostAddresses else { continue }
            addresses = written
        }
        return addresses
    }

    private func values(of member: JSONMember) -> [String]? {
        guard let variable = JSONObject(member.value, path: url.range.path) else { return nil }
        let all = variable.strings("enum").map(\.value)
        guard all.isEmpty else { return all }
        let name = "{\(member.name)}"
        guard let usual = variable.string("default", .any)?.value, !isInHost(name) else { return nil }
        return url.value.hasPrefix(name) ? [usual] : [usual, name]
    }

    private func isInHost(_ name: String) -> Bool {
        guard let start = url.value.firstRange(of: "//")?.upperBound, let place = url.value.firstRange(of: name) else {
            return false
        }
        return !url.value[start..<place.lowerBound].contains("/")
    }
}
