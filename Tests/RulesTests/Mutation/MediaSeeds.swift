import TestSupport

/// A file of each format that is read, a few hundred bytes at most.
enum MediaSeeds {
    static let all: [[UInt8]] =
        [
            MediaBytes.png(1608, 1056), TinyPicture.png, RealMedia.jpeg, RealMedia.gif, RealMedia.lossyWebP,
            RealMedia.losslessWebP, RealMedia.extendedWebP, RealMedia.avif, RealMedia.webm,
            MediaBytes.jpeg(800, 600, orientation: 6), MediaBytes.jpeg(800, 600, orientation: 9, isLittleEndian: true),
            MediaBytes.mp4(milliseconds: 40_500, hasAudio: true),
            MediaBytes.fileType("isom", "iso2")
                + MediaBytes.box(
                    "moov",
                    MediaBytes.filmHeader(40_500, version: 1) + MediaBytes.track("vide", 640, 360, version: 1)
                ) + MediaBytes.longBox("mdat", [1, 2, 3]),
            MediaBytes.box("wide", [])
                + MediaBytes.film(
                    nil,
                    MediaBytes.filmHeader(40_500),
                    MediaBytes.track("vide", 1280, 720, isTurned: true)
                ),
            MediaBytes.film(
                "iso5",
                MediaBytes.filmHeader(0),
                MediaBytes.box("mvex", MediaBytes.box("mehd", [0, 0, 0, 0] + MediaBytes.bigEndian(40_500, 4))),
                MediaBytes.track("vide", 1280, 720)
            ),
            MediaBytes.webm(ticks: 40_500, scale: 1_000_000),
            MediaBytes.webm(ticks: 4, hasAudio: true, hasOpenLength: true),
        ] + drawings.map { Array($0.utf8) }

    private static let drawings = [
        ##"<svg xmlns="http://www.w3.org/2000/svg" width="1e3px" viewBox="0 0 10 .5e1"><use href="#a"/><path d="M0 0"/></svg>"##,
        """
        <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg height="5cm" viewBox="0,0,1,2"><style>a{b:url(x)}</style>\
        <script>1</script><a xlink:href="java&#x73;cript:1" onclick='x'><![CDATA[<b>]]></a><!-- c --></svg>
        """,
    ]

    static let captions: [[UInt8]] = [
        """
        WEBVTT - a tour

        STYLE
        ::cue {}

        1
        00:00.000 --> 00:03.100 line:0 position:10%
        Acme keeps the points.

        NOTE none

        00:01:03.200 --> 01:00:09.900
        Choose a <b>field</b>.
        """,
        "WEBVTT\n\n00:00.000 --> 00:01.000\nA\n\n00:00.500 --> 00:02.000\nB\n", "WEBVTT\n",
    ]
    .map { Array($0.utf8) }
}
