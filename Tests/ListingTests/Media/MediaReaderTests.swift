import Listing
import TestSupport
import Testing

func facts(of bytes: [UInt8]) -> MediaFacts {
    var window = ByteWindow(bytes)
    return MediaReader.facts(of: &window)
}

/// A file and what there is to read in it, as a test case with a name.
struct MediaCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let facts: MediaFacts

    private init(_ name: String, _ bytes: [UInt8], _ facts: MediaFacts) {
        testDescription = name
        self.bytes = bytes
        self.facts = facts
    }

    private static func picture(_ name: String, _ bytes: [UInt8], _ format: MediaFormat, _ width: Int, _ height: Int)
        -> MediaCase
    {
        MediaCase(name, bytes, MediaFacts(format: format, pixelSize: PixelSize(width: width, height: height)))
    }

    private static func video(
        _ name: String,
        _ bytes: [UInt8],
        _ format: MediaFormat,
        _ width: Int = 1280,
        _ height: Int = 720,
        duration: Double? = 40.5,
        hasAudio: Bool = false
    ) -> MediaCase {
        let size = PixelSize(width: width, height: height)
        return MediaCase(
            name,
            bytes,
            MediaFacts(format: format, pixelSize: size, duration: duration, hasAudio: hasAudio)
        )
    }

    static let pictures = [
        picture("PNG", MediaBytes.png(1608, 1056), .png, 1608, 1056),
        picture("the smallest PNG", TinyPicture.png, .png, 1, 1),
        picture("JPEG", RealMedia.jpeg, .jpeg, 7, 5),
        picture("JPEG in many scans", MediaBytes.jpeg(800, 600, orientation: nil), .jpeg, 800, 600),
        picture("GIF", RealMedia.gif, .gif, 7, 5),
        picture("lossy WebP", RealMedia.lossyWebP, .webp, 7, 5),
        picture("lossless WebP", RealMedia.losslessWebP, .webp, 7, 5),
        picture("extended WebP", RealMedia.extendedWebP, .webp, 7, 5),
        picture("AVIF", RealMedia.avif, .avif, 7, 5),
    ]

    static let videos = [
        video("MP4 with its description at the end", MediaBytes.mp4(milliseconds: 40_500), .mp4),
        video("MP4 with sound", MediaBytes.mp4(milliseconds: 40_500, hasAudio: true), .mp4, hasAudio: true),
        video(
            "MP4 of the second version",
            MediaBytes.fileType("isom", "iso2")
                + MediaBytes.box(
                    "moov",
                    MediaBytes.filmHeader(40_500, version: 1) + MediaBytes.track("vide", 640, 360, version: 1)
                ) + MediaBytes.longBox("mdat", [1, 2, 3]),
            .mp4,
            640,
            360
        ),
        video(
            "MP4 that was filmed upright",
            MediaBytes.film("mp42", MediaBytes.filmHeader(40_500), MediaBytes.track("vide", 1280, 720, isTurned: true)),
            .mp4,
            720,
            1280
        ),
        video(
            "MP4 in pieces",
            MediaBytes.film(
                "iso5",
                MediaBytes.filmHeader(0),
                MediaBytes.box("mvex", MediaBytes.box("mehd", [0, 0, 0, 0] + MediaBytes.bigEndian(40_500, 4))),
                MediaBytes.track("vide", 1280, 720)
            ),
            .mp4
        ),
        video(
            "MP4 of unknown length",
            MediaBytes.film("isom", MediaBytes.filmHeader(0xFFFF_FFFF), MediaBytes.track("vide", 1280, 720)),
            .mp4,
            duration: nil
        ),
        video(
            "QuickTime",
            MediaBytes.film("qt  ", MediaBytes.filmHeader(40_500), MediaBytes.track("vide", 1280, 720)),
            .mov
        ),
        video(
            "QuickTime without a type",
            MediaBytes.box("wide", [])
                + MediaBytes.film(nil, MediaBytes.filmHeader(40_500), MediaBytes.track("vide", 1280, 720)),
            .mov
        ),
        video("WebM", RealMedia.webm, .webm, 32, 18, duration: 2),
        video("WebM in milliseconds", MediaBytes.webm(ticks: 40_500), .webm),
        video("WebM in microseconds", MediaBytes.webm(ticks: 40_500_000, scale: 1000), .webm),
        video("WebM with sound", MediaBytes.webm(ticks: 40_500, hasAudio: true), .webm, hasAudio: true),
        video("WebM as it is streamed", MediaBytes.webm(ticks: 40_500, hasOpenLength: true), .webm),
    ]

    static let all = pictures + videos

    /// All but what says nowhere how long it is.
    static let bounded = all.filter { $0.testDescription != "WebM as it is streamed" }
}

@Test(arguments: MediaCase.all)
func `a file is known by its content, and its header is read`(media: MediaCase) {
    #expect(facts(of: media.bytes) == media.facts)
}

@Test(arguments: MediaCase.bounded)
func `a file that ends anywhere before its end is said to be cut off`(media: MediaCase) {
    for length in 0..<media.bytes.count {
        let found = facts(of: Array(media.bytes.prefix(length)))
        // What is shorter than its signature is of no format at all.
        #expect(found.problem != nil || found.format == nil, "\(length) of \(media.bytes.count) bytes")
    }
}

@Test(arguments: MediaCase.all)
func `what a camera or program writes behind a picture does no harm`(media: MediaCase) {
    guard media.facts.format == .png || media.facts.format == .jpeg else { return }
    let found = facts(of: media.bytes + [UInt8](repeating: 0x41, count: 3000))
    #expect(found.problem == nil)
    #expect(found.pixelSize == media.facts.pixelSize)
    // Cameras write behind a JPEG as a matter of course.
    #expect(found.trailingByteCount == (media.facts.format == .png ? 3000 : 0))
}

@Test(arguments: [
    (1, false), (2, false), (3, false), (4, false), (5, true), (6, true), (7, true), (8, true), (9, false),
])
func `an orientation of a quarter turn changes width and height`(orientation: Int, isTurned: Bool) {
    for isLittleEndian in [true, false] {
        let bytes = MediaBytes.jpeg(800, 600, orientation: orientation, isLittleEndian: isLittleEndian)
        #expect(facts(of: bytes).pixelSize == PixelSize(width: isTurned ? 600 : 800, height: isTurned ? 800 : 600))
        #expect(facts(of: bytes).problem == nil)
    }
}

@Test(
    arguments: [
        [], Array("hello".utf8), Array("%PDF-1.7".utf8), MediaBytes.fileType("heic", "mif1"),
        MediaBytes.webm(ticks: 1, docType: "matroska"), Array("<html><svg/></html>".utf8), Array("RIFF1234WAVE".utf8),
    ] as [[UInt8]]
)
func `other files are of no format`(bytes: [UInt8]) {
    #expect(facts(of: bytes).format == nil)
}

@Test(
    arguments: [
        ("a PNG of no size", MediaBytes.png(0, 10)),
        ("a PNG without a picture", Array(MediaBytes.png(8, 8).prefix(33) + MediaBytes.png(8, 8).suffix(12))),
        (
            "a PNG of another size than it was written with",
            MediaBytes.png(8, 8).replacing([0, 0, 0, 8, 8], with: [0, 0, 0, 9, 8])
        ),
        ("a PNG of anything", MediaBytes.png(8, 8).replacing([0x78, 0x01, 3], with: [1, 2, 3])),
        ("a JPEG without a frame", [0xFF, 0xD8, 0xFF, 0xD9]),
        ("a film without pictures", MediaBytes.fileType("isom") + MediaBytes.box("moov", MediaBytes.track("soun"))),
        ("a film without a description", MediaBytes.fileType("isom") + MediaBytes.box("mdat", [1])),
        ("a box shorter than its header", MediaBytes.fileType("isom") + [0, 0, 0, 3] + Array("moov".utf8)),
    ] as [(String, [UInt8])]
)
func `what cannot be shown is called malformed`(name: String, bytes: [UInt8]) {
    guard case .malformed? = facts(of: bytes).problem else {
        Issue.record("\(name) is \(String(describing: facts(of: bytes).problem))")
        return
    }
}

@Test func `a file of a million empty boxes is given up`() {
    let many = MediaBytes.fileType("isom") + (0..<20_000).flatMap { _ in MediaBytes.box("free", []) }
    #expect(facts(of: many).problem == .tooComplex)
}

@Test func `an AVIF whose list says that it never ends is read to the end of the list`() throws {
    var bytes = RealMedia.avif
    let list = try #require(bytes.indices.dropLast(3).first { bytes[$0...].starts(with: "ipma".utf8) })
    bytes.replaceSubrange((list + 8)..<(list + 12), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(facts(of: bytes).pixelSize == PixelSize(width: 7, height: 5))
}

@Test func `a large file is not read as a whole`() {
    let size = 4 << 30
    let header = MediaBytes.fileType("isom") + MediaBytes.bigEndian(1, 4) + Array("mdat".utf8)
    let film = MediaBytes.box("moov", MediaBytes.filmHeader(40_500) + MediaBytes.track("vide", 1280, 720))
    let start = header + MediaBytes.bigEndian(size - (header.count - 8) - film.count, 8)
    var window = ByteWindow(byteCount: size) { offset, count in
        if offset < start.count {
            return Array((start + [UInt8](repeating: 0, count: count)).dropFirst(offset).prefix(count))
        }
        return Array(film.dropFirst(offset - (size - film.count)).prefix(count))
    }
    let found = MediaReader.facts(of: &window)
    #expect(found.duration == 40.5)
    #expect(found.problem == nil)
    #expect(window.fetchedCount < 8192)
}
