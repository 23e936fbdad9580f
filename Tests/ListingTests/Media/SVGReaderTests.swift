import Diagnostics
import Listing
import TestSupport
import Testing

enum SVGCase {
    static let safe = """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <!-- <script/> in a comment -->
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40mm" height="1in">
          <style type="text/css"><![CDATA[ .a > .b { fill: url( '#c' ) } ]]></style>
          <use xlink:href="#d"/><image href="data:image/png;base64,AAAA"/>
          <text>5 &lt; 6 &amp;&#x41;</text>
        </svg>
        """
    static let sources = [safe] + hazards

    /// Each with exactly what is to be found.
    static let hazards = [
        "<svg><⟦script⟧ href=\"#a\"/></svg>",
        "<svg><⟦s:SCRIPT⟧/></svg>",
        "<svg><g ⟦onClick⟧='x'/></svg>",
        "<svg ⟦onload⟧ = \"x\"/>",
        "<svg><a href=\"⟦javascript:x⟧\"/></svg>",
        "<svg><a href=\"⟦ &#9;java&#x73;cript:x⟧\"/></svg>",
        "<svg><a xlink:href='⟦data:text/html,x⟧'/></svg>",
        "<svg><image href='⟦data:image/svg+xml;base64,AA⟧'/></svg>",
        "<svg><use href='⟦sprite.svg#a⟧'/></svg>",
        "<svg xml:base='⟦https://other.example/⟧'/>",
        "<svg><set attributeName='⟦xlink:href⟧' to='#b'/></svg>",
        "<svg><animate attributeName='⟦ onload⟧'/></svg>",
        "<svg><rect style='⟦fill:URL( \"//other.example\" )⟧'/></svg>",
        "<svg><rect fill='⟦u&#x72;l(x.png)⟧'/></svg>",
        "<svg><rect fill='⟦\\75rl(x.png)⟧'/></svg>",
        "<svg><style>⟦@import 'a';⟧</style></svg>",
        "<svg><style>⟦a{fill:ur<![CDATA[l(a.png)]]>}⟧</style></svg>",
        "<!⟦DOCTYPE svg⟧><svg/>",
        "<?⟦xml-stylesheet href='a.css'⟧?><svg/>",
        "<?⟦xml version='1.0' encoding='utf-7'⟧?><svg/>",
        "<svg><⟦x:iframe⟧ src='#'/></svg>",
    ]
}

@Test func `a drawing that harms nobody is read without a word`() {
    let found = facts(of: Array(SVGCase.safe.utf8))
    #expect(found.format == .svg)
    #expect(found.pixelSize == PixelSize(width: 151, height: 96))
    #expect(found.problem == nil)
    #expect(found.hazards == [])
}

@Test(arguments: SVGCase.hazards)
func `whatever can run or reach out of an SVG is found at its place`(marked: String) {
    let text = MarkedText(marked)
    let found = facts(of: text.bytes)
    #expect(found.format == .svg)
    #expect(found.hazards.map(\.range) == text.ranges)
}

@Test(
    arguments: [
        ("width='10' height='20'", 10, 20), ("width='10px' height='20.4px'", 10, 20),
        ("width='100%' height='100%' viewBox='0 0 30 40'", 30, 40), ("viewBox='-5,-5 30,40'", 30, 40),
        ("width='60' viewBox='0 0 30 40'", 60, 80), ("height='20' viewBox='0 0 30 40'", 15, 20),
        ("width='3pt' height='1pc'", 4, 16),
    ]
)
func `an SVG's size follows from its width, height and view box`(attributes: String, width: Int, height: Int) {
    #expect(facts(of: Array("<svg \(attributes)/>".utf8)).pixelSize == PixelSize(width: width, height: height))
}

@Test(arguments: [
    "", "width='1e99' height='1'", "width='-3' height='4'", "width='nan' height='4'", "viewBox='0 0 0 1'",
])
func `an SVG without a size of its own has none`(attributes: String) {
    #expect(facts(of: Array("<svg \(attributes)/>".utf8)).pixelSize == nil)
}

@Test(
    arguments: [
        "<svg><g></svg>", "<svg></svg></g>", "<svg/><svg/>", "<svg><g a=b/></svg>", "<svg a='1'", "<svg><!-- ",
        "<svg>&own;</svg>",
        "<svg a='&own;'/>", "<svg>", "<svg><g a/></svg>", "<svg>< g/></svg>",
    ]
)
func `an SVG that is no well-formed XML is not taken for safe`(text: String) {
    #expect(facts(of: Array(text.utf8)).problem != nil)
}

@Test func `an SVG beyond the budget is not taken for safe`() {
    let long = "<svg>" + String(repeating: "<g/>", count: ByteWindow.budget / 4) + "</svg>"
    #expect(facts(of: Array(long.utf8)).problem == .tooComplex)
    #expect(facts(of: Array("<svg>".utf8) + [0xFF]).problem != nil)
}

@Test func `elements nest as deep as they like`() {
    let deep = String(repeating: "<g>", count: 100_000) + String(repeating: "</g>", count: 100_000)
    #expect(facts(of: Array("<svg>\(deep)</svg>".utf8)).problem == nil)
}
