/// What is known of an address of the web.
package enum LinkResult: Sendable, Hashable {
    case alive
    /// Something stands in the way of knowing, told as the rest of "it …".
    case unverified(String)
    case dead(String)

    init(status: Int) {
        self =
            switch status {
            case 200..<300: .alive
            case 401, 403, 407, 408, 429, 451, 999, 300..<400: .unverified("answers with \(status)")
            default: .dead("answers with \(status)")
            }
    }
}
