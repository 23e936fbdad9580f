import Listing
import Testing

@Test(arguments: [("1.9", "1.10"), ("9", "10"), ("1.9.9", "2"), ("v1.2", "1.2.1"), ("0.9.0", "1.0.0-beta")])
func `versions are compared by their numbers`(earlier: String, later: String) throws {
    #expect(try #require(VersionNumber(earlier)) < #require(VersionNumber(later)))
    #expect(try !(#require(VersionNumber(later)) < #require(VersionNumber(earlier))))
}

@Test(arguments: [("1", "1.0.0"), ("v2.1", "2.1"), ("01.2", "1.2")])
func `versions may be written in several ways`(left: String, right: String) {
    #expect(VersionNumber(left) == VersionNumber(right))
}

@Test(arguments: ["", "autumn", "1..2", "-1", "99999999999999999999"])
func `what has no number is no version number`(text: String) {
    #expect(VersionNumber(text) == nil)
}
