import Testing

@testable import LinkChecker

@Test(arguments: [
    ("https://Acme.example", "https://acme.example/"), ("HTTP://a.example:8080?x=1#y", "http://a.example:8080/?x=1"),
    ("https://a.example/ä b", "https://a.example/%C3%A4%20b"),
    ("http://[2001:DB8::1]:80/x", "http://[2001:db8::1]:80/x"),
    ("https://a.example/%20?q=a\\b", "https://a.example/%20?q=a%5Cb"), ("https://a.example/x#", "https://a.example/x"),
])
func `an address is written in one way`(text: String, normal: String) {
    #expect(WebAddress(text)?.text == normal)
}

@Test(arguments: [
    "", "https:", "https://", "mailto:a@b.example", "ftp://a.example/", "https://user:key@a.example/",
    "http://good.example\\@127.0.0.1/", "https://a.example:0/", "https://a.example:70000/", "https://bücher.example/",
    "https://[::1", "https://[]/", "https://a b.example/", "https://a.example:x/",
])
func `what could be read in two ways is no address`(text: String) {
    #expect(WebAddress(text) == nil)
}

@Test(arguments: [
    ("8.8.8.8", true), ("127.0.0.1", false), ("10.1.2.3", false), ("172.16.0.1", false), ("172.32.0.1", true),
    ("192.168.1.1", false), ("169.254.169.254", false), ("100.64.0.1", false), ("0.0.0.0", false), ("224.0.0.1", false),
    ("255.255.255.255", false), ("::1", false), ("::", false), ("fe80::1", false), ("fd00::1", false),
    ("2606:4700::1111", true), ("::ffff:10.0.0.1", false), ("::ffff:8.8.8.8", true), ("64:ff9b::7f00:1", false),
    ("2002:7f00:1::", false), ("2001:db8::1", false),
])
func `only addresses of the public network are public`(text: String, isPublic: Bool) throws {
    guard case .found(let addresses) = HostLookup(text) else {
        Issue.record("'\(text)' is no address")
        return
    }
    #expect(addresses.map(\.isPublic) == [isPublic])
}
