import Diagnostics
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
