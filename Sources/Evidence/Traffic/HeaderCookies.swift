import Diagnostics

/// The cookies of one header, `Cookie` or `Set-Cookie`.
enum HeaderCookies {
    /// Whether one of them was not written over.
    ///
    /// - Parameter isAnswer: whether they are set: then only the first pair is a cookie, and what follows says where it counts.
    static func isAnyLeft(in header: String, isAnswer: Bool) -> Bool {
        // Firefox writes all cookies that an answer sets as lines of one value.
        header.split(whereSeparator: \.isNewline).contains { line in
            let pairs = line.split(separator: ";")
            return pairs.prefix(isAnswer ? 1 : pairs.count).contains { !isRemoved($0) }
        }
    }

    private static func isRemoved(_ cookie: Substring) -> Bool {
        let value = cookie.firstIndex(of: "=").map { cookie[cookie.index(after: $0)...] } ?? cookie
        return SecretRemoval.isRemoved(Array(value.utf8)[...])
    }
}
