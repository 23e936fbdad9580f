import Listing
import Markup
import Templates

/// Writes a picture as SVG within a page.
///
/// Whoever hears a page is told the picture in a sentence, once; nothing in it can be reached apart. Colours are those of the
/// page: `currentColor`, which forced colours reach as well, and the theme's own for marks that have a word beside them.
/// There is no `style`, which the policy of a page forbids.
struct ScopePictureWriter {
    /// Authors cannot have such an id: theirs hold no point.
    static let descriptionID = "scope-picture.text"

    private let picture: ScopePicture
    private let layout: ScopePictureLayout
    private let isMirrored: Bool
    private var output = XMLWriter()

    static func html(of picture: ScopePicture) -> HTMLFragment {
        var writer = ScopePictureWriter(picture)
        writer.write()
        return HTMLFragment(trusted: writer.output.bytes)
    }

    private init(_ picture: ScopePicture) {
        self.picture = picture
        layout = ScopePictureLayout(of: picture)
        isMirrored = picture.direction == .rightToLeft
    }

    private mutating func write() {
        output.raw(
            "<svg aria-hidden=\"true\" width=\"\(rem(ScopePictureLayout.width))\" height=\"\(rem(layout.height))\""
                + " viewBox=\"0 0 \(ScopePictureLayout.width) \(layout.height)\" fill=\"currentColor\" font-size=\"13\">\n"
        )
        output.raw("<desc id=\"\(Self.descriptionID)\">")
        output.text(picture.description)
        output.raw("</desc>\n")
        writeBoxes()
        writeCurves()
        writeTexts()
        output.raw("</svg>")
    }

    // MARK: Lines

    private mutating func writeCurves() {
        output.raw("<g fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".6\" stroke-width=\"1.5\">")
        writePath(of: layout.curves.filter { !$0.isPlanned }, "")
        writePath(of: layout.curves.filter(\.isPlanned), " stroke-dasharray=\"6 4\"")
        output.raw("</g>\n")
        let doors = Set(layout.curves.map { Door(place: x(ScopePictureLayout.featureEnd), height: $0.start) })
            .union(layout.curves.map { Door(place: x(ScopePictureLayout.permissionStart), height: $0.end) })
        for door in doors.sorted() {
            output.raw("<circle cx=\"\(door.place)\" cy=\"\(door.height)\" r=\"3.5\"/>")
        }
        output.raw("\n")
    }

    private mutating func writePath(of curves: [ScopePictureLayout.Curve], _ attributes: String) {
        guard !curves.isEmpty else { return }
        let start = x(ScopePictureLayout.featureEnd)
        let end = x(ScopePictureLayout.permissionStart)
        let middle = (start + end) / 2
        output.raw("<path\(attributes) d=\"")
        for curve in curves {
            output.raw("M\(start) \(curve.start)C\(middle) \(curve.start) \(middle) \(curve.end) \(end) \(curve.end)")
        }
        output.raw("\"/>")
    }

    // MARK: Boxes

    private mutating func writeBoxes() {
        output.raw("<g fill=\"var(--surface)\" stroke=\"currentColor\" stroke-opacity=\".5\">")
        for box in layout.features + layout.permissions {
            output.raw(
                "<rect x=\"\(x(box.start, width: box.width))\" y=\"\(box.top)\" width=\"\(box.width)\""
                    + " height=\"\(box.height)\" rx=\"4\"\(box.outline.attributes)/>"
            )
        }
        output.raw("</g>\n")
        let dividers = layout.permissions.filter { !$0.dividers.isEmpty }
        guard !dividers.isEmpty else { return }
        output.raw("<path stroke=\"currentColor\" stroke-opacity=\".25\" d=\"")
        for box in dividers {
            for height in box.dividers { output.raw("M\(x(box.start, width: box.width)) \(height)h\(box.width)") }
        }
        output.raw("\"/>\n")
    }

    // MARK: Texts

    private mutating func writeTexts() {
        output.raw("<g fill-opacity=\".8\" font-weight=\"600\">")
        writeTitle(picture.featuresTitle, at: ScopePictureLayout.featureStart)
        writeTitle(picture.permissionsTitle, at: ScopePictureLayout.permissionStart)
        output.raw("</g>\n")
        for box in layout.features + layout.permissions {
            for line in box.lines { write(line, in: box) }
            output.raw("\n")
        }
    }

    private mutating func writeTitle(_ title: String, at place: Int) {
        output.raw("<text x=\"\(x(place))\" y=\"\(ScopePictureLayout.titleBaseline)\">")
        output.text(title)
        output.raw("</text>")
    }

    private mutating func write(_ line: ScopePictureBox.Line, in box: ScopePictureBox) {
        output.raw(
            "<text x=\"\(x(box.start + line.inset))\" y=\"\(line.baseline)\"\(line.style.attributes)"
                + "\(direction(of: line))>"
        )
        if let sensitivity = line.sensitivity { write(sensitivity, isAlone: line.text.isEmpty) }
        output.text(line.text)
        output.raw("</text>")
    }

    private mutating func write(_ sensitivity: ScopePicture.Sensitivity, isAlone: Bool) {
        output.raw("<tspan\(sensitivity.degree.attributes)>\(sensitivity.degree.mark) ")
        output.text(sensitivity.word)
        output.raw("</tspan>\(isAlone ? "" : " · ")")
    }

    /// A text that runs against the page still begins where the page's lines begin.
    private func direction(of line: ScopePictureBox.Line) -> String {
        guard let direction = line.direction, direction != picture.direction else { return "" }
        return " direction=\"\(direction.rawValue)\" text-anchor=\"end\""
    }

    // MARK: Numbers

    /// From the side where lines begin.
    private func x(_ place: Int, width: Int = 0) -> Int {
        isMirrored ? ScopePictureLayout.width - place - width : place
    }

    /// Sixteenths of the root's font size, so that the picture grows with the reader's text.
    private func rem(_ length: Int) -> String {
        let rest = String(length % 16 * 625)
        let zeros = String(repeating: "0", count: 4 - rest.utf8.count)
        return length % 16 == 0 ? "\(length / 16)rem" : "\(length / 16).\(zeros)\(rest)rem"
    }
}

private struct Door: Hashable, Comparable {
    let place: Int
    let height: Int

    static func < (left: Door, right: Door) -> Bool { (left.place, left.height) < (right.place, right.height) }
}

extension ScopePictureBox.Outline {
    fileprivate var attributes: String {
        switch self {
        case .solid: ""
        case .longDashes: " stroke-dasharray=\"12 4\""
        case .shortDashes: " stroke-dasharray=\"4 3\""
        }
    }
}

extension ScopePictureBox.Style {
    fileprivate var attributes: String {
        switch self {
        case .title: " font-size=\"15\" font-weight=\"600\""
        case .memberTitle: " font-size=\"14\""
        case .id: " font-size=\"12\" font-family=\"var(--font-code)\" fill-opacity=\".8\""
        case .idAlone: " font-size=\"14\" font-family=\"var(--font-code)\""
        case .note: ""
        }
    }
}

extension CatalogueScope.Sensitivity {
    /// A shape, so that it is told apart without colour.
    fileprivate var mark: String {
        switch self {
        case .normal: "●"
        case .sensitive: "◆"
        case .restricted: "▲"
        }
    }

    fileprivate var attributes: String {
        switch self {
        case .normal: ""
        case .sensitive: " font-weight=\"600\" fill=\"var(--warning)\""
        case .restricted: " font-weight=\"600\" fill=\"var(--caution)\""
        }
    }
}
