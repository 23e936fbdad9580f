/// How carefully addresses are asked for.
package struct LinkCheckSettings: Sendable {
    /// How many hosts are asked at once.
    package var concurrency = 8
    /// Between two requests to one host.
    package var delay = Duration.milliseconds(500)
    package var retries = 2
    /// Before the first repetition; doubled before each further one.
    package var backOff = Duration.seconds(1)
    /// In seconds, for one request.
    package var timeout = 15
    /// Whether machines nearby may be asked, which a page of strangers must not make anybody do.
    package var allowsPrivate = false
    package var userAgent = "candor-links"
    /// `NAME=value`, for the program that asks.
    package var environment: [String] = []

    package init() {}
}
