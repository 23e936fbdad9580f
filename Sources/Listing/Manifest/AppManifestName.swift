import Diagnostics
import Evidence
package import LocatedJSON

extension IntegrationManifest {
    /// Whether a file can be what the code of an integration ships with: what authors write for Candor is not.
    package static func canBeAppManifest(_ name: String) -> Bool {
        !name.hasSuffix(".md") && name != ListingParser.manifestName && name != ReleaseRecord.fileName
    }
}

extension Located<String> {
    /// Whether the name of an app manifest is the authorize URL itself.
    package var isAddress: Bool { value.utf8.contains(UInt8(ascii: ":")) && value.contains("://") }
}

extension AppManifest {
    /// Of the names that a scope of the manifest has, that which the catalogue knows.
    func name(of id: String, in catalogue: Catalogue) -> String? {
        if let name = AppManifest.names(of: id).first(where: catalogue.hasScope) { return name }
        guard platform.comparesWithoutCase else { return nil }
        let wanted = AppManifest.shortName(of: id).lowercased()
        return catalogue.scopes.first { AppManifest.shortName(of: $0.id.value).lowercased() == wanted }?.id.value
    }
}
