import Diagnostics
import LocatedJSON

extension AppManifest {
    /// Reads the scopes of `shopify.app.toml` and nothing else of it.
    ///
    /// https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration, `access_scopes`; the older form has
    /// `scopes` outside of any table, and often nothing else.
    init?(toml bytes: [UInt8], path: String, reporting report: inout DiagnosticReport) {
        var reader = ShopifyConfigurationReader(path: path)
        do {
            try reader.read(bytes)
        } catch {
            let range = error.range.withWholeCharacters(of: bytes)
            report.error("app-manifest-malformed", error.message, at: SourceRange(path: path, bytes: range))
            return nil
        }
        guard reader.isShopify else {
            report.error(
                "app-manifest-unknown",
                "this is no app manifest that Candor reads",
                at: SourceRange(startOf: path),
                notes: [
                    Note("of TOML it reads shopify.app.toml, which has \"client_id\", \"access_scopes\" or \"scopes\"")
                ]
            )
            return nil
        }
        report.add(contentsOf: reader.gathered.report)
        guard !reader.gathered.report.hasErrors else { return nil }
        self.init(
            kind: .shopify,
            platform: .other,
            path: path,
            extent: SourceRange(path: path, bytes: ByteRange(0, bytes.count)),
            place: reader.place,
            requests: reader.silence == nil ? reader.gathered.requests : [],
            silence: reader.silence
        )
        reportSilence(to: &report)
    }
}

private struct ShopifyConfigurationReader {
    private(set) var gathered: RequestGathering
    private(set) var place: SourceRange
    private(set) var isShopify = false
    private var hasScopes = false
    private var asksByItself = false
    private var seen: Set<[String]> = []
    /// `scopes` outside of any table.
    private var olderScopes: (value: TOMLValue, range: ByteRange)?

    private static let table = "access_scopes"

    init(path: String) {
        gathered = RequestGathering(path: path)
        place = SourceRange(startOf: path)
    }

    var silence: String? {
        if asksByItself { return "with \"use_legacy_install_flow\" the app asks for them by itself" }
        return hasScopes ? nil : "it has no \"access_scopes\""
    }

    mutating func read(_ bytes: [UInt8]) throws(TOMLFault) {
        var scanner = TOMLScanner(bytes)
        // nil in an item of a list of tables.
        var table: [String]? = []
        while let statement = try scanner.next() {
            switch statement {
            case .table(let name, let isItem, let range):
                table = isItem ? nil : name
                if name.first == Self.table, isItem || name.count > 1 {
                    isShopify = true
                    fault("the scopes must stand in one table, [\(Self.table)]", at: range)
                    table = nil
                } else if name == [Self.table] {
                    try note([Self.table], at: range)
                    place = SourceRange(path: gathered.path, bytes: range)
                    isShopify = true
                }
            case .setting(let key, let range, let value):
                if let table { try take(table + key, range, value) }
            }
        }
        takeOlderScopes()
    }

    /// They count where the newer table has none; a file of nothing else is Shopify's if they are written as Shopify does.
    private mutating func takeOlderScopes() {
        guard let (value, range) = olderScopes, !hasScopes else { return }
        if case .string = value.kind { isShopify = true }
        guard isShopify else { return }
        place = SourceRange(path: gathered.path, bytes: range)
        takeText(value, "scopes")
    }

    private mutating func take(_ key: [String], _ range: ByteRange, _ value: TOMLValue) throws(TOMLFault) {
        if key == ["client_id"] { isShopify = true }
        if key == ["scopes"] {
            try note(key, at: range)
            olderScopes = (value, range)
        }
        guard key.first == Self.table else { return }
        if key.count == 1, case .table(let members) = value.kind {
            try note([Self.table], at: range)
            isShopify = true
            place = SourceRange(path: gathered.path, bytes: range)
            for member in members { try take(key + member.key, member.value.range, member.value) }
            return
        }
        guard key.count == 2 else { return }
        try note(key, at: range)
        if !isShopify { place = SourceRange(path: gathered.path, bytes: range) }
        isShopify = true
        switch key[1] {
        case "scopes": takeText(value, key[1])
        case "required_scopes": takeList(value, key[1], .required)
        case "optional_scopes": takeList(value, key[1], .optional)
        case "use_legacy_install_flow":
            guard case .bool(let answer) = value.kind else {
                return fault("\"\(key[1])\" must be true or false", at: value.range)
            }
            asksByItself = answer
        default: break
        }
    }

    private mutating func note(_ key: [String], at range: ByteRange) throws(TOMLFault) {
        guard seen.insert(key).inserted else {
            let name = key.joined(separator: ".")
            throw TOMLFault("\"\(name)\" is there twice", at: range.start, count: range.count)
        }
    }

    /// Names with commas between them.
    private mutating func takeText(_ value: TOMLValue, _ name: String) {
        guard case .string(let text) = value.kind else {
            return fault("\"\(name)\" must be a text with commas between the scopes", at: value.range)
        }
        hasScopes = true
        let bytes = Array(text.utf8)
        let names = bytes.split { $0.isManifestSpace || $0 == UInt8(ascii: ",") }
        for name in names {
            let start = value.content.map { ByteRange($0.start + name.startIndex, $0.start + name.endIndex) }
            add(String(decoding: name, as: UTF8.self), at: start ?? value.range, .required)
        }
    }

    private mutating func takeList(
        _ value: TOMLValue,
        _ name: String,
        _ requirement: AppManifestRequest.Requirement
    ) {
        guard case .array(let elements) = value.kind else {
            return fault("\"\(name)\" must be a list of scopes", at: value.range)
        }
        hasScopes = true
        for element in elements {
            guard case .string(let text) = element.kind, TextFormat.notBlank.fault(of: text) == nil else {
                fault("a scope in \"\(name)\" must be a text", at: element.range)
                continue
            }
            add(text, at: element.range, requirement)
        }
    }

    private mutating func add(_ id: String, at range: ByteRange, _ requirement: AppManifestRequest.Requirement) {
        gathered.add(Located(id, at: SourceRange(path: gathered.path, bytes: range)), requirement)
    }

    private mutating func fault(_ message: String, at range: ByteRange) {
        gathered.fault(message, at: SourceRange(path: gathered.path, bytes: range))
    }
}
