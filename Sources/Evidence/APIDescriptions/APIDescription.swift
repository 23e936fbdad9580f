import Diagnostics
package import LocatedJSON

/// What a platform's own document says of its interface: the calls, and the scopes that they need.
///
/// OpenAPI 3.0 and 3.1, Swagger 2.0 and Google's discovery documents, all as JSON.
package struct APIDescription: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case openAPI = "OpenAPI"
        case swagger = "Swagger"
        case discovery = "Google discovery document"
    }

    package let path: String
    package let kind: Kind
    /// What the document calls itself.
    package let title: String?
    /// The names of the security schemes that it declares, in order.
    package let schemes: [String]
    package let scopes: [DeclaredScope]
    package let operations: [DescribedOperation]
}

/// A scope that a document declares, by itself and not at a call.
package struct DeclaredScope: Sendable {
    package let id: Located<String>
    package let description: String
}

/// A call of the interface.
///
/// A class, since a document may have thousands and a value would be copied at every step.
package final class DescribedOperation: Sendable {
    /// The document's own name for it, or its method and path where it has none that is its own.
    package let id: Located<String>
    /// Capital letters: `GET`.
    package let method: String
    /// From the root of the first server: `/v1/users/{id}`.
    package let path: String
    /// Where it can be called: the document's servers, each with the path there.
    package let addresses: [AddressTemplate]
    package let summary: String?
    package let requirement: SecurityRequirement

    init(
        id: Located<String>,
        method: String,
        path: String,
        addresses: [AddressTemplate],
        summary: String?,
        requirement: SecurityRequirement
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.addresses = addresses
        self.summary = summary
        self.requirement = requirement
    }

    /// What every call can be named by, whatever its document calls it: `GET /v1/users/{id}`.
    package var methodAndPath: String { "\(method) \(path)" }
}
