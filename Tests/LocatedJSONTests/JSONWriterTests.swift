import LocatedJSON
import Testing

struct JSONWriterTests {
    private func write(to writer: JSONWriter) -> JSONWriter {
        var writer = writer
        writer.object { writer in
            writer.member("name", "Candor")
            writer.key("pages")
            writer.array { pages in
                pages.integer(-1)
                pages.number(0.5)
                pages.number(.infinity)
                pages.object { _ in }
                pages.strings([])
                pages.null()
            }
            writer.member("count", 2)
            writer.member("ok", true)
            writer.member("tags", ["a", "b"])
        }
        return writer
    }

    @Test func `the compact layout has no white space`() {
        #expect(
            write(to: JSONWriter()).text
                == #"{"name":"Candor","pages":[-1,0.5,null,{},[],null],"count":2,"ok":true,"tags":["a","b"]}"#
        )
    }

    @Test func `the pretty layout has one item a line`() {
        #expect(
            write(to: JSONWriter(.pretty)).text == """
                {
                  "name": "Candor",
                  "pages": [
                    -1,
                    0.5,
                    null,
                    {},
                    [],
                    null
                  ],
                  "count": 2,
                  "ok": true,
                  "tags": [
                    "a",
                    "b"
                  ]
                }

                """
        )
    }

    @Test(arguments: ["", "a \"b\" \\ / é 😀 \u{2028}", "\0\u{1}\u{1F}\u{7F}\n\r\t\u{8}\u{C}", "</script><!-- ]]>"])
    func `text that is written is read as it was`(text: String) throws {
        for isForScript in [false, true] {
            var writer = JSONWriter(isForScript: isForScript)
            writer.string(text)
            #expect(try value(writer.text).string == text)
        }
    }

    @Test func `text for a script element cannot end it`() {
        var writer = JSONWriter(isForScript: true)
        writer.string("</script><!--a/b!")
        #expect(writer.text == #""\u003C/script>\u003C!--a/b!""#)
    }
}
