import Diagnostics
import LocatedJSON

extension AppManifest {
    /// Reads the address that a customer is sent to for consent (RFC 6749, section 4.1.1).
    ///
    /// - Parameters:
    ///   - text: the address, as a slice of the file where it is plain.
    ///   - isPlain: whether the bytes of the address are bytes of the file.
    ///   - start: where it begins in the file, where the slice does not begin there.
    init?(
        addressIn text: ArraySlice<UInt8>,
        extent: SourceRange,
        isPlain: Bool,
        start: Int? = nil,
        reporting report: inout DiagnosticReport
    ) {
        let address = String(decoding: text, as: UTF8.self)
        if let fault = Self.faultOfLines(text)
            ?? TextFormat.urlTemplate.fault(of: address).map({ "the authorize URL is one \($0)" })
        {
            report.error("app-manifest-malformed", fault, at: extent)
            return nil
        }
        Self.reportSecrets(in: withoutPlaceholders(address), extent, to: &report)
        let shift = (start ?? text.startIndex) - text.startIndex
        var reader = AuthorizeAddressReader(extent: extent, shift: isPlain ? shift : nil)
        reader.read(text)
        report.add(contentsOf: reader.gathered.report)
        guard !reader.gathered.report.hasErrors else { return nil }
        self.init(
            kind: .authorizeURL,
            platform: reader.platform,
            path: extent.path,
            extent: extent,
            place: extent,
            requests: reader.silence == nil ? reader.gathered.requests : [],
            silence: reader.silence
        )
        reportSilence(to: &report)
    }

    /// A file of several lines is not one address.
    private static func faultOfLines(_ text: ArraySlice<UInt8>) -> String? {
        let lines = text.split { $0 == 0x0A || $0 == 0x0D }.map { $0.drop(while: \.isManifestSpace) }
        guard lines.count > 1 else { return nil }
        return lines.dropFirst().contains { $0.starts(with: "https://".utf8) || $0.starts(with: "http://".utf8) }
            ? "the file has more than one address; each can be named in \"appManifest\" by itself"
            : "the authorize URL is one that stands on more than one line"
    }

    /// By their names: the values are told nowhere.
    private static func reportSecrets(in text: String, _ extent: SourceRange, to report: inout DiagnosticReport) {
        let secrets = AddressSecrets.find(in: text).filter { $0.kind == .query }
        let names = Set(secrets.map(\.name)).sorted().map { "'\($0)'" }
        guard !names.isEmpty else { return }
        report.warning(
            "app-manifest-secret",
            "the authorize URL holds a secret: \(names.joined(separator: ", "))",
            at: extent,
            notes: [Note("remove it, and have it replaced: consent needs none, and whoever reads this file has it")]
        )
    }
}

/// Takes the scopes out of the query of an address.
private struct AuthorizeAddressReader {
    private(set) var gathered: RequestGathering
    private(set) var platform = AppManifest.Platform.other
    private var hasScopes = false
    private var asksForDefault = false
    private let extent: SourceRange
    /// From the bytes of the address to those of the file; nil where they are others.
    private let shift: Int?

    init(extent: SourceRange, shift: Int?) {
        self.extent = extent
        self.shift = shift
        gathered = RequestGathering(path: extent.path)
    }

    var silence: String? {
        if asksForDefault { return "\".default\" stands for whatever the app is registered with" }
        return hasScopes ? nil : "the address has no \"scope\""
    }

    mutating func read(_ address: ArraySlice<UInt8>) {
        guard let mark = address.firstIndex(of: UInt8(ascii: "?")) else { return }
        let parts = address[..<mark].split(separator: UInt8(ascii: "/")).dropFirst()
        // Behind a user and before a port.
        let host = (parts.first ?? []).split(separator: UInt8(ascii: "@")).last ?? []
        let hostName = host.prefix { $0 != UInt8(ascii: ":") }
        platform = AppManifest.Platform(host: String(decoding: hostName, as: UTF8.self).lowercased())
        let actor = platform == .slack ? Self.slackActor(parts.dropFirst()) : nil
        let query = address[(mark + 1)...].prefix { $0 != UInt8(ascii: "#") }
        let fields = query.split(separator: UInt8(ascii: "&")).map { field in
            let name = field.prefix { $0 != UInt8(ascii: "=") }
            return (name: percentDecoded(String(decoding: name, as: UTF8.self)), value: field.dropFirst(name.count + 1))
        }
        // Only where some scopes may be declined is it told that the others may not.
        let tellsRequirement = fields.contains { $0.name == "optional_scope" }
        for (name, value) in fields {
            switch name {
            case "scope", "scopes": add(value, actor: actor, tellsRequirement ? .required : nil)
            case "user_scope": add(value, actor: "user", tellsRequirement ? .required : nil)
            case "optional_scope": add(value, actor: nil, .optional)
            default: break
            }
        }
    }

    /// Whose token the scopes in `scope` are for, which at Slack depends on the path (https://docs.slack.dev/authentication).
    private static func slackActor(_ path: ArraySlice<ArraySlice<UInt8>>) -> String? {
        switch path.map({ String(decoding: $0, as: UTF8.self) }) {
        case ["oauth", "v2", "authorize"]: "bot"
        case ["openid", "connect", "authorize"], ["oauth", "authorize"], ["oauth", "v2_user", "authorize"]: "user"
        default: nil
        }
    }

    /// Names with spaces between them, as the standard has it, or commas, as some platforms do.
    private mutating func add(
        _ value: ArraySlice<UInt8>,
        actor: String?,
        _ requirement: AppManifestRequest.Requirement?
    ) {
        hasScopes = true
        var name: [UInt8] = []
        var start = value.startIndex
        var place = value.startIndex
        while place < value.endIndex {
            let (byte, length) = Self.decoded(value, at: place)
            if byte.isManifestSpace || byte == UInt8(ascii: ",") {
                add(name, ByteRange(start, place), actor, requirement)
                name = []
                start = place + length
            } else {
                name.append(byte)
            }
            place += length
        }
        add(name, ByteRange(start, place), actor, requirement)
    }

    private mutating func add(
        _ name: [UInt8],
        _ range: ByteRange,
        _ actor: String?,
        _ requirement: AppManifestRequest.Requirement?
    ) {
        guard !name.isEmpty else { return }
        let place = shift.map { SourceRange(path: extent.path, bytes: ByteRange(range.start + $0, range.end + $0)) }
        guard let text = String(validating: name, as: UTF8.self) else {
            return gathered.fault("the name of a scope is not UTF-8", at: place ?? extent)
        }
        // Elsewhere in the address a placeholder is no harm.
        guard !name.contains(where: "{}<>".utf8.contains) else {
            return gathered.fault("a placeholder stands in place of a scope", at: place ?? extent)
        }
        if text == ".default" || text.hasSuffix("/.default") { asksForDefault = true }
        gathered.add(Located(text, at: place ?? extent), actor: actor, requirement)
    }

    /// The byte that stands at a place of a query, and how many bytes it is written in.
    private static func decoded(_ text: ArraySlice<UInt8>, at place: Int) -> (UInt8, Int) {
        switch text[place] {
        case UInt8(ascii: "+"): return (0x20, 1)
        case UInt8(ascii: "%"):
            guard place + 2 < text.endIndex, let high = hexadecimalValue(text[place + 1]),
                let low = hexadecimalValue(text[place + 2])
            else { return (text[place], 1) }
            return (high << 4 | low, 3)
        case let byte: return (byte, 1)
        }
    }
}
