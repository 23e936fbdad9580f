package import Diagnostics
package import Listing

/// What there is to know about a rule; it is the rule's documentation, and its examples are its tests.
package struct RuleDescription: Sendable {
    /// In kebab-case: the subject, then the problem.
    ///
    /// The same words as the type's name.
    package let id: String
    package let severity: Severity
    /// The requirement, as a sentence.
    package let summary: String
    /// Why the marketplace or the reader cares.
    package let rationale: String
    /// Whether the rule is part of Candor's promise: then no configuration can lower it.
    package let isCore: Bool
    /// Each reports exactly what stands between `⟦` and `⟧`.
    package let flagged: [RuleExample]
    package let allowed: [RuleExample]

    package init(
        id: String,
        severity: Severity = .error,
        summary: String,
        rationale: String,
        isCore: Bool = false,
        flagged: [RuleExample],
        allowed: [RuleExample]
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.rationale = rationale
        self.isCore = isCore
        self.flagged = flagged
        self.allowed = allowed
    }
}

/// A small listing: only what the rule looks at, the rest of a real listing is left out.
package struct RuleExample: Sendable {
    /// `integration.json`.
    package let manifest: String?
    /// `permissions.json`.
    package let record: String?
    /// Pages by file name, with front matter where the rule looks at it.
    package let pages: [String: String]
    /// What else is a text of the listing, by file name: what its code ships with.
    package let texts: [String: String]
    /// Files below `media` that exist.
    package let files: [String]
    /// What the headers of further files below `media` say, by name.
    package let media: [String: ExampleMedia]
    /// `evidence/traffic.har`.
    package let traffic: String?
    /// Captions and drawings below `media`, by name.
    package let mediaTexts: [String: String]
    /// `platform.json`, where the example needs another one than `exampleCatalogue`.
    package let catalogue: String
    /// The marketplace's rule pack, where the example needs one.
    package let pack: String?
    /// Further languages of the directory, where the example needs any.
    package let languages: [String]
    /// Where the site stands, where the example needs to say so.
    package let baseURL: String?

    package init(
        manifest: String? = nil,
        record: String? = nil,
        traffic: String? = nil,
        page: String? = nil,
        pages: [String: String] = [:],
        texts: [String: String] = [:],
        files: [String] = [],
        media: [String: ExampleMedia] = [:],
        mediaTexts: [String: String] = [:],
        catalogue: String = exampleCatalogue,
        pack: String? = nil,
        baseURL: String? = nil,
        languages: [String] = []
    ) {
        self.manifest = manifest
        self.record = record
        self.traffic = traffic
        self.pages = page.map { ["index.md": $0] } ?? pages
        self.texts = texts
        self.files = files
        self.media = media
        self.mediaTexts = mediaTexts
        self.catalogue = catalogue
        self.pack = pack
        self.baseURL = baseURL
        self.languages = languages
    }
}

/// A picture or a video of an example, which is not there but for what its header would say.
package struct ExampleMedia: Sendable {
    package let facts: MediaFacts
    package let byteCount: Int
    package let contentHash: UInt64?

    package init(_ facts: MediaFacts, byteCount: Int = 1000, contentHash: UInt64? = nil) {
        self.facts = facts
        self.byteCount = byteCount
        self.contentHash = contentHash
    }

    package static func picture(
        _ format: MediaFormat = .png,
        _ width: Int = 800,
        _ height: Int = 600,
        byteCount: Int = 1000,
        contentHash: UInt64? = nil,
        problem: MediaProblem? = nil
    ) -> ExampleMedia {
        let size = PixelSize(width: width, height: height)
        let facts = MediaFacts(format: format, pixelSize: size, problem: problem)
        return ExampleMedia(facts, byteCount: byteCount, contentHash: contentHash)
    }

    package static func video(
        _ format: MediaFormat = .mp4,
        duration: Double = 40,
        hasAudio: Bool = false
    ) -> ExampleMedia {
        let size = PixelSize(width: 1280, height: 720)
        return ExampleMedia(MediaFacts(format: format, pixelSize: size, duration: duration, hasAudio: hasAudio))
    }
}

extension ExampleMedia: CustomStringConvertible {
    package var description: String {
        let parts = [
            facts.format.map(\.title), facts.pixelSize.map { "\($0)" }, "\(byteCount) bytes",
            facts.duration.map { "\(Int($0)) s" }, facts.hasAudio.map { $0 ? "with sound" : "without sound" },
            facts.problem == nil ? nil : "cut off", contentHash.map { "content \($0)" },
        ]
        return "(\(parts.compactMap(\.self).joined(separator: ", ")))"
    }
}

/// The platform of all examples: a few scopes of each kind.
package let exampleCatalogue = """
    {
      "complete": true, "checked": "2026-01-01", "servers": ["https://api-{dc}.example.com"],
      "products": [{"id": "segments", "name": "Segments"}],
      "scopes": [
        {"id": "users:read", "title": "Read users", "description": "Read users.", "kind": "scope"},
        {"id": "users:write", "title": "Change users", "description": "Change users.", "kind": "scope",
         "implies": ["users:read"]},
        {"id": "users:delete", "title": "Delete users", "description": "Delete users.", "kind": "scope"},
        {"id": "events:send", "title": "Send events", "description": "Send events.", "kind": "scope"},
        {"id": "people:read", "title": "Read people", "description": "Read people.", "kind": "scope",
         "deprecated": true, "replacedBy": "users:read"},
        {"id": "chat:write", "title": "Write messages", "description": "Write messages.", "kind": "scope",
         "actors": ["bot", "user"]},
        {"id": "tile:data", "title": "Data", "description": "The data key.", "kind": "bundle",
         "members": ["events:send", "users:write", "users:delete"]}
      ],
      "operations": [
        {"id": "get-user", "method": "GET", "path": "/users/{id}", "scopes": [["users:read"]]},
        {"id": "put-user", "method": "PUT", "path": "/users/{id}", "scopes": [["users:write"]]},
        {"id": "send-event", "method": "POST", "path": "/events", "scopes": [["events:send"]]}
      ]
    }
    """
