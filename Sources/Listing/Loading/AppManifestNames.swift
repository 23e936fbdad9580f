import Diagnostics
import LocatedJSON

/// Which files of a listing are app manifests and not media, as its manifest names them: this has to be known while the folder
/// is read, before anybody reads the manifest as a whole.
struct AppManifestNames {
    private var names: Set<String> = []

    static let none = AppManifestNames()

    private init() {}

    init(in manifest: SourceFile) {
        var ignored = DiagnosticReport()
        // Few listings have any, and only these are read twice.
        guard Self.isNamed(Array(Self.key.utf8), in: manifest.bytes),
            let root = JSONParser.parse(manifest.bytes, path: manifest.path, reporting: &ignored),
            let object = JSONObject(root, path: manifest.path)
        else { return }
        names = Set(object.strings(Self.key, .relativePath).map(\.value))
    }

    func contains(_ name: String) -> Bool { !names.isEmpty && names.contains(name) }

    private static let key = "appManifest"

    private static func isNamed(_ key: [UInt8], in bytes: [UInt8]) -> Bool {
        // The rarest of its letters.
        let mark = UInt8(ascii: "M")
        guard let offset = key.firstIndex(of: mark) else { return false }
        var rest = bytes[...]
        while let place = rest.firstIndex(of: mark) {
            if place >= offset, bytes[(place - offset)...].starts(with: key) { return true }
            rest = bytes[(place + 1)...]
        }
        return false
    }
}
