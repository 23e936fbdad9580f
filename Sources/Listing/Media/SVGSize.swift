/// The size that an SVG's root asks for, in CSS pixels (SVG 2, section 8.2).
struct SVGSize {
    private var width: Double?
    private var height: Double?
    private var viewBox: [Double] = []

    init(_ attributes: [XMLScanner.Attribute], in scanner: XMLScanner) {
        for attribute in attributes {
            guard let value = scanner.decoded(attribute.value) else { continue }
            switch scanner.localName(attribute.name) {
            case "width": width = Self.length(value)
            case "height": height = Self.length(value)
            case "viewBox": viewBox = value.split { " ,\t\n\r".contains($0) }.compactMap { Double($0) }
            default: break
            }
        }
    }

    /// Where only one side is given, the other follows from the view box.
    var pixelSize: PixelSize? {
        let box = viewBox.count == 4 && viewBox[2] > 0 && viewBox[3] > 0 ? (viewBox[2], viewBox[3]) : nil
        switch (width, height, box) {
        case (let width?, let height?, _): return Self.size(width, height)
        case (let width?, nil, let box?): return Self.size(width, width * box.1 / box.0)
        case (nil, let height?, let box?): return Self.size(height * box.0 / box.1, height)
        case (nil, nil, let box?): return Self.size(box.0, box.1)
        default: return nil
        }
    }

    private static func size(_ width: Double, _ height: Double) -> PixelSize? {
        guard width.isFinite, height.isFinite, width < 1e7, height < 1e7, width > 0, height > 0 else { return nil }
        return PixelSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
    }

    /// nil for a percentage, which depends on where the picture stands.
    private static func length(_ text: String) -> Double? {
        let trimmed = text.filter { !" \t\n\r".contains($0) }
        let number = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let value = Double(number), let factor = pixels[String(trimmed.dropFirst(number.count))] else {
            return nil
        }
        return value * factor
    }

    private static let pixels: [String: Double] = [
        "": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4,
    ]
}
