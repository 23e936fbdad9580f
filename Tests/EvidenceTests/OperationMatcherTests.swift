import Evidence
import Testing

private func route(_ method: String, _ server: String?, _ path: String) -> OperationMatcher.Route {
    let address = server.map { AddressTemplate(server: $0, path: path) } ?? AddressTemplate(host: nil, path: path)
    return OperationMatcher.Route(method: method, addresses: [address])
}

private let server = "https://api-{dc}.example.com/v1"

@Suite struct OperationMatcherTests {
    private let routes = [
        route("GET", server, "/users/{id}"),
        route("GET", server, "/users/me"),
        route("POST", server, "/users/{id}"),
        route("GET", server, "/users/{id}.json"),
        route("POST", server, "/users/{id}:send"),
        route("GET", server, "/users/{id}/orders/{order}"),
        route("GET", server, "/users/{id}/orders/latest"),
        route("GET", server, "/files/{+path}"),
        route("GET", server, "/files/{+path}/meta"),
        route("HEAD", server, "/users/me/photo"),
        route("GET", server, "/users/me/photo"),
        route("GET", "https://api.example.com", "/v1/users/{id}"),
        route("GET", "https://api.example.com:8443", "/health"),
        route("GET", server, "/caf%C3%A9/{id}"),
    ]

    private func find(_ method: String, _ host: String, _ path: String) -> OperationMatcher.Answer {
        let matcher = OperationMatcher(routes)
        return matcher.operation(method: method, path: path, at: matcher.known(host))
    }

    @Test(arguments: [
        ("GET", "/v1/users/17", 0), ("GET", "/v1/users/me", 1), ("POST", "/v1/users/me", 2),
        ("GET", "/v1/users/17.json", 3), ("POST", "/v1/users/17:send", 4), ("GET", "/v1/users/17/", 0),
        ("GET", "/v1/users/a%2Fb", 0), ("GET", "/v1/users/17/orders/4", 5), ("GET", "/v1/users/me/orders/latest", 6),
        ("GET", "/v1/files/a/b/c", 7), ("GET", "/v1/files/a/b/meta", 8), ("GET", "/v1/files/meta", 7),
        ("HEAD", "/v1/users/17", 0), ("HEAD", "/v1/users/me/photo", 9), ("GET", "/v1/users/me/photo", 10),
        ("GET", "/v1//users/17", 0), ("GET", "/v1/caf%c3%a9/1", 13), ("GET", "/v1/%75sers/me", 1),
        ("GET", "/v1/users/.json", 0),
    ])
    func `a request is for the most specific operation`(method: String, path: String, operation: Int) {
        #expect(find(method, "API-01.example.COM", path) == .operations([operation], isByPathAlone: false))
    }

    @Test(arguments: [
        ("DELETE", "/v1/users/17"), ("GET", "/v1/users"), ("GET", "/v1/Users/17"), ("GET", "/v1"),
        ("GET", "/v1/users/17/orders/4/lines"), ("GET", "/v1/files"),
    ])
    func `a request to a host of the platform may be for none`(method: String, path: String) {
        #expect(find(method, "api-01.example.com", path) == .unmatched)
    }

    @Test(arguments: ["/users/17", "/", "", "/help/articles/1", "/v10/users/17"])
    func `beside the paths of the servers there is no interface`(path: String) {
        #expect(find("GET", "api-01.example.com", path) == .elsewhere)
    }

    @Test(arguments: [
        ("PUT", "/v1/users/17", [0, 2]), ("GET", "/v1/users/17:send", [4]),
        ("DELETE", "/v1/users/17/orders/latest", [6]),
        ("GET", "/v1/users/17/orders/4/lines", [5]), ("GET", "/v1/users/17.json/x", [0]), ("GET", "/other/17", []),
        ("POST", "/v1/users/a/b", [2]),
    ])
    func `an operation may be near`(method: String, path: String, operations: [Int]) {
        let matcher = OperationMatcher(routes)
        let near = matcher.operationsNear(method: method, path: path, at: matcher.known("api-01.example.com"))
        #expect(near == operations)
    }

    @Test(arguments: [
        "https://{subdomain}.{domain}.com", "https://{host}", "https://{tenant}.{domain}", "https://example.{tld}:443",
        "https://{subdomain}.my{domain}.com:{port}",
    ])
    func `a host whose domain is a parameter is nobody's`(server: String) {
        let matcher = OperationMatcher([route("GET", server, "/tickets")])
        for name in ["acme.mydesk.com", "example.com", "acme.mydesk.com:8080"] {
            let host = matcher.known(name)
            #expect(!host.isOfPlatform && host.template == nil)
            #expect(matcher.operation(method: "GET", path: "/css", at: host) == .elsewhere)
            let found = matcher.operation(method: "GET", path: "/tickets", at: host)
            #expect(found == .elsewhere || found == .operations([0], isByPathAlone: true))
        }
    }

    @Test(arguments: [
        ("https://{shop}.co.uk", "stranger.co.uk", true), ("https://api.{shop}.com.au", "api.stranger.com.au", true),
        ("https://{shop}.example.co.uk", "acme.example.co.uk", false),
        ("https://{shop}.example.uk", "a.example.uk", false),
        ("https://{shop}.co.example", "acme.co.example", false),
    ])
    func `what stands below a country is a part of its name`(server: String, host: String, isAnybodys: Bool) {
        let matcher = OperationMatcher([route("GET", server, "/tickets")])
        let known = matcher.known(host)
        #expect(known.isOfPlatform == !isAnybodys)
        #expect(
            matcher.operation(method: "GET", path: "/tickets", at: known) == .operations([0], isByPathAlone: isAnybodys)
        )
    }

    @Test(arguments: [
        ("https://{user}.example.com:{port}", "acme.example.com", true),
        ("https://{user}.example.com:{port}", "acme.example.com:8443", true),
        ("https://api.example.com:{port}", "api.example.com", true),
        ("https://api.example.com:{port}", "www.example.com", false),
        ("https://api.example.com:8{port}", "api.example.com", false),
    ])
    func `a port that may be any may be the usual one`(server: String, host: String, isTaken: Bool) {
        let matcher = OperationMatcher([route("GET", server, "/tickets")])
        let found = matcher.operation(method: "GET", path: "/tickets", at: matcher.known(host))
        #expect(found == (isTaken ? .operations([0], isByPathAlone: false) : .elsewhere))
    }

    @Test func `a host that is known counts before one whose domain is a parameter`() {
        let matcher = OperationMatcher([
            route("GET", "https://{a}.{b}.com", "/tickets"), route("GET", "https://{a}.desk.com", "/tickets"),
        ])
        let host = matcher.known("acme.desk.com")
        #expect(matcher.operation(method: "GET", path: "/tickets", at: host) == .operations([1], isByPathAlone: false))
        #expect(host.template == "{a}.desk.com")
    }

    @Test(
        arguments: [
            ("api.example.com", .operations([11], isByPathAlone: false)), ("www.example.com", .elsewhere),
            ("api-.example.com", .elsewhere), ("evil.com", .elsewhere), ("api-01.example.com.evil.com", .elsewhere),
            ("api-01.example.com:8080", .elsewhere), ("xapi-01.example.com", .elsewhere),
        ] as [(String, OperationMatcher.Answer)]
    )
    func `a host counts as its template says`(host: String, answer: OperationMatcher.Answer) {
        #expect(find("GET", host, "/v1/users/17") == answer)
    }

    @Test func `a port counts where the template names one`() {
        #expect(find("GET", "api.example.com:8443", "/health") == .operations([12], isByPathAlone: false))
        #expect(find("GET", "api.example.com", "/health") == .unmatched)
    }

    @Test func `without a host an operation is told by its path`() {
        let matcher = OperationMatcher([route("GET", nil, "/users/{id}")])
        let host = matcher.known("anything.example")
        #expect(matcher.operation(method: "GET", path: "/users/1", at: host) == .operations([0], isByPathAlone: true))
        #expect(matcher.operation(method: "GET", path: "/others/1", at: host) == .elsewhere)
    }

    @Test func `operations at the same path are all told`() {
        let matcher = OperationMatcher([
            route("GET", "https://api-{dc}.example.com", "/messages/{id}"),
            route("GET", "https://api-{region}.example.com", "/messages/{mid}"),
            route("PUT", "https://api-{dc}.example.com", "/messages/{id}"),
            OperationMatcher.Route(
                method: "DELETE",
                addresses: ["a", "b"].map {
                    AddressTemplate(server: "https://api-{\($0)}.example.com", path: "/messages/{id}")
                }
            ),
        ])
        let host = matcher.known("api-1.example.com")
        func find(_ method: String) -> OperationMatcher.Answer {
            matcher.operation(method: method, path: "/messages/1", at: host)
        }
        #expect(find("GET") == .operations([0, 1], isByPathAlone: false))
        #expect(find("PUT") == .operations([2], isByPathAlone: false))
        #expect(find("DELETE") == .operations([3], isByPathAlone: false))
        #expect(host.template == "api-{dc}.example.com")
    }

    @Test func `templates that fight one another end`() {
        let many = (0..<12).map { number in
            route("GET", server, "/" + (0..<30).map { "{+p\($0)}-\(number)" }.joined(separator: "/"))
        }
        let matcher = OperationMatcher(many)
        let path = "/v1/" + (0..<60).map { "x-\($0 % 12)" }.joined(separator: "/") + "/no"
        #expect(matcher.operation(method: "GET", path: path, at: matcher.known("api-1.example.com")) == .unmatched)
        let deep = OperationMatcher([route("GET", server, String(repeating: "/{a}", count: 100_000))])
        let long = String(repeating: "/x", count: 100_000)
        #expect(deep.operation(method: "GET", path: "/v1" + long, at: deep.known("api-1.example.com")) == .unmatched)
    }

    @Test func `fifty thousand requests are told among a thousand operations`() {
        let routes = (0..<1_100).map { route("GET", server, "/things\($0)/{id}/parts/{part}") }
        let matcher = OperationMatcher(routes)
        let host = matcher.known("api-01.example.com")
        let found = (0..<50_000).count { number in
            matcher.operation(method: "GET", path: "/v1/things\(number % 1_100)/7/parts/9", at: host)
                == .operations([number % 1_100], isByPathAlone: false)
        }
        #expect(found == 50_000)
    }
}
