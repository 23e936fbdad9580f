import LocatedJSON
import Testing

struct TextFormatTests {
    @Test(
        arguments: [
            (.any, ""), (.notBlank, " a "), (.identifier, "a"), (.identifier, "0-points-sync-"),
            (.identifier, String(repeating: "a", count: 64)), (.date, "2000-02-29"), (.date, "0000-01-01"),
            (.url, "https://example.com"), (.url, "HTTP://localhost:4000/a%20b?c=d#e"), (.url, "https://[::1]:80/"),
            (.url, "https://bücher.example./ü"), (.url, "https://a.b/c@d"), (.email, "a+b.c@mail.example.com"),
            (.email, "ü@bücher.example"), (.relativePath, "a"), (.relativePath, "media/screen shot..1.png"),
            (.urlTemplate, "https://{shop}.example.com/<tenant>/a?id={{id}}&state=${state}&to=<URL>"),
            (.pathOrURLTemplate, "https://${HOST}/a?id={id}"), (.pathOrURLTemplate, "app/{id}.json"),
        ] as [(TextFormat, String)]
    )
    func `text of the format is accepted`(format: TextFormat, text: String) {
        #expect(format.fault(of: text) == nil)
    }

    @Test(
        arguments: [
            (.notBlank, "", "which is blank"), (.notBlank, "\u{A0}\n\t", "which is blank"),
            (.identifier, "", "which is blank"), (.identifier, "-a", "which begins with a hyphen"),
            (.identifier, "Points", "which has more than the letters a-z, digits and hyphens"),
            (.identifier, "a\u{301}", "which has more than the letters a-z, digits and hyphens"),
            (.identifier, String(repeating: "a", count: 65), "which is longer than 64 characters"),
            (.date, "2026-1-31", "which is not written as YYYY-MM-DD"),
            (.date, "", "which is not written as YYYY-MM-DD"),
            (.date, "1900-02-29", "which is no day of the calendar"),
            (.date, "2026-00-10", "which is no day of the calendar"),
            (.date, "2026-04-31", "which is no day of the calendar"),
            (.date, "2026-13-01", "which is no day of the calendar"),
            (.url, " ", "which is blank"), (.url, "https://a b", "which has a space"),
            (.url, "https://a\n", "which has a control character"),
            (.url, "//a.b", #"which does not begin with "https://" or "http://""#),
            (.url, "ftp://a.b", #"which does not begin with "https://" or "http://""#),
            (.url, "https:/a.b", #"which does not begin with "https://" or "http://""#),
            (.url, "https://", "which has no valid host"), (.url, "https:///a", "which has no valid host"),
            (.url, "https://.a", "which has no valid host"), (.url, "https://a..b", "which has no valid host"),
            (.url, "https://-a.b", "which has no valid host"), (.url, "https://[1.2]", "which has no valid host"),
            (.url, "https://:80", "which has no valid host"), (.url, "https://a.b:", "which has no valid port"),
            (.url, "https://a.b:70000/", "which has no valid port"),
            (.url, "https://a.b:+8", "which has no valid port"),
            (.url, "https://me:pw@a.b", "which carries a user name"),
            (.url, "https://a.b/{id}", #"which has "{" unescaped"#),
            (.urlTemplate, "https://a.b/{id", #"which has "{" unescaped"#),
            (.urlTemplate, "https://a.b/id}", #"which has "}" unescaped"#),
            (.urlTemplate, "https://a.b/{i d}", "which has a space"),
            (.pathOrURLTemplate, "https://{user}@a.b/", "which carries a user name"),
            (.url, "https://a.b/%2", #"which has "%" without two hexadecimal digits after it"#),
            (.email, "a.b", #"which has no "@""#), (.email, "a@b@c.d", #"which has "@" more than once"#),
            (.email, "mailto:a@b.c", #"which begins with "mailto:""#), (.email, "", "which is blank"),
            (.email, "@b.c", #"which has no valid name before "@""#),
            (.email, "a..b@c.d", #"which has no valid name before "@""#),
            (.email, "a b@c.d", #"which has no valid name before "@""#),
            (.email, "a@b", #"which has no valid domain after "@""#),
            (.email, "a@b.", #"which has no valid domain after "@""#),
            (.email, "a@.b", #"which has no valid domain after "@""#),
            (.relativePath, "", "which is blank"), (.relativePath, "/a", #"which begins with "/""#),
            (.relativePath, "a\\b", #"which has a backslash instead of "/""#),
            (.relativePath, "a/../b", #"which has the component "..""#),
            (.relativePath, "./a", #"which has the component ".""#),
            (.relativePath, "a//b", "which has an empty component"),
            (.relativePath, "a/", "which ends in \"/\""),
            (.relativePath, "a\0", "which has a control character"),
            (.relativePath, "https://a.b/c", "which is an address and no file"),
        ] as [(TextFormat, String, String)]
    )
    func `text of another form is refused and told why`(format: TextFormat, text: String, fault: String) {
        #expect(format.fault(of: text) == fault)
    }

    @Test func `days are counted across months, years and leap days`() throws {
        func day(_ text: String) throws -> Int { try #require(CalendarDate(text)).dayNumber }
        #expect(try day("1970-01-01") == 0)
        #expect(try day("2000-03-01") - day("2000-02-28") == 2)
        #expect(try day("1900-03-01") - day("1900-02-28") == 1)
        #expect(try day("2026-01-01") == 20454)
        #expect(try day("0000-01-01") == -719_528)
    }

    @Test func `dates are ordered and written as they are read`() throws {
        let early = try #require(CalendarDate("0987-12-31"))
        let late = try #require(CalendarDate("2026-01-02"))
        #expect(early < late)
        #expect([early, late].map(\.description) == ["0987-12-31", "2026-01-02"])
    }
}
