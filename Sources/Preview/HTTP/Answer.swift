/// What is found at an address.
package enum Answer: Sendable {
    case content(Content)
    /// Nothing is there, and this is shown to say so.
    case missing(Content)
    /// The site cannot be shown at the moment, and this tells why.
    case unavailable(Content)
    /// Another address of this server, as a decoded path from the root; see `PageRequest.redirectedToFolder`.
    case redirect(path: String, query: String?)
}

/// Bytes with their type, in memory or in a file.
package struct Content: Sendable {
    enum Source: Sendable {
        case bytes([UInt8])
        case file(path: String)
    }

    let source: Source
    let type: String
    let tag: EntityTag?

    /// - Parameter tag: made from the bytes, each time, where it is not given.
    package static func bytes(_ bytes: [UInt8], type: String, tag: EntityTag? = nil) -> Content {
        Content(source: .bytes(bytes), type: type, tag: tag)
    }

    package static func text(_ text: String) -> Content {
        .bytes(Array(text.utf8), type: MediaType.plainText)
    }

    /// A file of any size: it is read while it is sent.
    ///
    /// - Parameter tag: made from the file's size and time of change, where it is not given.
    package static func file(_ path: String, type: String? = nil, tag: EntityTag? = nil) -> Content {
        Content(source: .file(path: path), type: type ?? MediaType.of(path), tag: tag)
    }
}
