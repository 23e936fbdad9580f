package import Diagnostics

/// What a HAR file tells of the requests that an integration made.
///
/// Bodies, cookies and the values of headers and queries are looked at once, for secrets and for answers that say that the
/// call failed, and not kept.
package struct RecordedTraffic: Sendable, Hashable {
    package let path: String
    /// Calls that were answered, in the order of the file; those answered by a redirect are told by where it leads.
    package let requests: [RecordedRequest]
    package let secrets: [RecordedSecret]
    /// Entries that are no answered calls of an integration.
    package let passedOver: [PassedOver: Int]
    /// False where the file ends in the middle or cannot be read from some place on.
    package let isWhole: Bool
    /// Entries that have no request which can be read: what they called is not known.
    package let unreadableCount: Int

    package init(
        path: String,
        requests: [RecordedRequest] = [],
        secrets: [RecordedSecret] = [],
        passedOver: [PassedOver: Int] = [:],
        isWhole: Bool = true,
        unreadableCount: Int = 0
    ) {
        self.path = path
        self.requests = requests
        self.secrets = secrets
        self.passedOver = passedOver
        self.isWhole = isWhole
        self.unreadableCount = unreadableCount
    }

    /// What begins an entry, which says nothing of what stands in it.
    package func place(of request: RecordedRequest) -> SourceRange {
        SourceRange(path: path, bytes: ByteRange(request.entry.start, request.entry.start + 1))
    }
}

/// Why an entry of a recording is no call.
package enum PassedOver: String, Sendable, CaseIterable {
    /// The browser asks whether it may call: `OPTIONS`.
    case preflight
    /// Answered by a redirect to another operation, or to nobody knows where; the request that follows it is the call.
    case redirect
    /// Status 0: blocked, aborted, or no connection.
    case unanswered
    /// Taken from the cache of the browser.
    case cached
    case webSocket
    /// `data:`, `blob:`, an extension's own address, or the tunnel of a proxy.
    case notHTTP

    package var name: String {
        switch self {
        case .preflight: "preflight"
        case .redirect: "redirected"
        case .unanswered: "without an answer"
        case .cached: "from the cache"
        case .webSocket: "WebSocket"
        case .notHTTP: "not HTTP"
        }
    }
}

/// A call that was answered.
package struct RecordedRequest: Sendable, Hashable {
    /// In capital letters.
    package let method: String
    /// In small letters, with the port where it is not the scheme's own.
    package let host: String
    /// As it was sent, percent-encoded.
    package let path: String
    /// In the order of the address, without what was given for them.
    package let queryNames: [String]
    /// Milliseconds since 1970 in UTC; nil where the recording does not tell it.
    package let time: Int?
    package let status: Int
    /// What the body of the answer says where the status says that all went well; nil where it agrees.
    package let bodyOutcome: Outcome?
    /// Where the answer sends the caller, if it does.
    package let redirect: Redirect?
    /// The entry in the file.
    package let entry: ByteRange

    package struct Redirect: Sendable, Hashable {
        package let host: String
        package let path: String

        package init(host: String, path: String) {
            self.host = host
            self.path = path
        }
    }

    /// How the platform took a call.
    package enum Outcome: Sendable {
        /// It did what it was asked for.
        case answered
        /// What it was asked for is elsewhere, as files are that a storage hands out; or the caller has to sign in there.
        case redirected
        /// The caller may not do it.
        case refused
        /// Nobody knows whether the caller may do it.
        case failed
    }

    package init(
        method: String,
        host: String,
        path: String,
        queryNames: [String] = [],
        time: Int? = nil,
        status: Int = 200,
        bodyOutcome: Outcome? = nil,
        redirect: Redirect? = nil,
        entry: ByteRange
    ) {
        self.method = method
        self.host = host
        self.path = path
        self.queryNames = queryNames
        self.time = time
        self.status = status
        self.bodyOutcome = bodyOutcome
        self.redirect = redirect
        self.entry = entry
    }

    package var outcome: Outcome {
        switch status {
        case 200...299: bodyOutcome ?? .answered
        case 304: .answered
        case _ where redirect != nil: .redirected
        case 401, 403: .refused
        default: .failed
        }
    }
}

/// Something in a recording that whoever reads the file could act with.
///
/// Its value is not kept.
package struct RecordedSecret: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case header, cookies, query, form, body, password, token
    }

    package let kind: Kind
    /// What holds it, a header, a parameter, a key of a body; of a token, how all of its kind begin.
    package let name: String
    /// In how many places.
    package let count: Int
    /// Of the name where it stands first, and never of the value.
    package let place: SourceRange
}
