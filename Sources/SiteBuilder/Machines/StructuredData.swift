import LocatedJSON
import Markup
import Templates

/// What a page is about, as one graph of things of schema.org (JSON-LD 1.1).
///
/// It stands in a `<script>` that is a block of data: browsers do not run it, and so a content security policy does not
/// apply to it (HTML, "prepare the script element": a type that names no kind of script ends the steps before the policy
/// is asked).
struct StructuredData {
    /// The page itself; nil where one of the things is.
    let page: JSONWriter?
    let things: [JSONWriter]
    let breadcrumbs: [Breadcrumb]
    let links: MachineLinks

    /// nil where there is nothing to say.
    var fragment: HTMLFragment? {
        guard !things.isEmpty || !breadcrumbs.isEmpty else { return nil }
        var writer = JSONWriter(isForScript: true)
        writer.object { json in
            json.member("@context", "https://schema.org")
            json.key("@graph")
            json.array { json in
                if let page { json.fragment(page) }
                for thing in things { json.fragment(thing) }
                if !breadcrumbs.isEmpty { writeBreadcrumbs(to: &json) }
            }
        }
        return HTMLFragment(trusted: writer.bytes)
    }

    private func writeBreadcrumbs(to json: inout JSONWriter) {
        json.object { json in
            json.member("@type", "BreadcrumbList")
            json.key("itemListElement")
            json.array { json in
                for (index, breadcrumb) in breadcrumbs.enumerated() {
                    json.object { json in
                        json.member("@type", "ListItem")
                        json.member("position", index + 1)
                        json.member("name", breadcrumb.title.text)
                        json.member("item", links.url(of: breadcrumb.address))
                    }
                }
            }
        }
    }

    /// Begins a thing of the graph.
    static func thing(_ type: String, _ content: (inout JSONWriter) -> Void) -> JSONWriter {
        var writer = JSONWriter(isForScript: true)
        writer.object { json in
            json.member("@type", type)
            content(&json)
        }
        return writer
    }
}

extension JSONWriter {
    /// A member that is left out where there is nothing to say.
    mutating func member(_ name: String, ifAny text: String?) {
        if let text { member(name, text) }
    }
}
