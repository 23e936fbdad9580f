package import Diagnostics
import Evidence
import LocatedJSON

/// The entries of a catalogue that follow from documents which describe the platform's interface.
package struct CatalogueImport: Sendable {
    package let scopes: [CatalogueScope]
    package let operations: [Operation]

    /// - Parameter catalogue: what is there already, of which nothing is made twice.
    package init(_ descriptions: [MeantDescription], beside catalogue: Catalogue? = nil) {
        let written = catalogue ?? Catalogue(path: "")
        scopes = Array(DescribedScopes(descriptions, beside: written.scopes).all.dropFirst(written.scopes.count))
        operations = Array(
            DescribedOperations(descriptions, beside: written.operations).all.dropFirst(written.operations.count)
        )
    }

    /// The entries as a document of their own.
    package var text: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("scopes")
            json.array { for scope in scopes { scope.write(to: &$0) } }
            json.key("operations")
            json.array { for operation in operations { operation.write(to: &$0) } }
        }
        return json.text
    }

    /// What has to be written into `platform.json`, where everything else stays as it is; nil where it is no object.
    package func fix(of file: SourceFile) -> Fix? {
        var ignored = DiagnosticReport()
        guard let root = JSONParser.parse(file.bytes, path: file.path, reporting: &ignored), root.members != nil else {
            return nil
        }
        let edits = [
            addition(of: "scopes", scopes, to: root, of: file) { $0.write(to: &$1) },
            addition(of: "operations", operations, to: root, of: file) { $0.write(to: &$1) },
        ]
        return Fix(
            "Add what the documents tell",
            safety: .safe,
            edits: edits.compactMap(\.self)
        )
    }

    /// The items at the end of the list, or the list itself where there is none.
    private func addition<Item>(
        of list: String,
        _ items: [Item],
        to root: JSONValue,
        of file: SourceFile,
        _ write: (Item, inout JSONWriter) -> Void
    ) -> TextEdit? {
        guard !items.isEmpty else { return nil }
        let edit: (range: ByteRange, text: String)?
        if let array = root.members?.first(where: { $0.name == list })?.value {
            let texts = items.map { item in
                var json = JSONWriter(.pretty)
                write(item, &json)
                return json.text
            }
            edit = array.appending(texts, in: file.bytes)
        } else {
            var json = JSONWriter(.pretty)
            json.array { for item in items { write(item, &$0) } }
            edit = root.appending(["\"\(list)\": " + json.text], in: file.bytes)
        }
        return edit.map { TextEdit(SourceRange(path: file.path, bytes: $0.range), replacement: $0.text) }
    }
}

extension CatalogueScope {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id.value)
            json.member("title", title)
            // What a scope allows has to be said, and nobody here knows it.
            json.member("description", description.isEmpty ? title : description)
            json.member("kind", kind.rawValue)
        }
    }
}

extension Operation {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id.value)
            json.member("method", method)
            json.member("path", path)
            let hosts = addresses.compactMap(\.host)
            if !hosts.isEmpty { json.member("servers", hosts.map { "https://" + $0 }) }
            guard need.isKnown else { return }
            json.key("scopes")
            json.array { json in
                for set in scopes { json.strings(set.map(\.value)) }
            }
        }
    }
}
