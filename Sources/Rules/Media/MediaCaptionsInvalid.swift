import Diagnostics
import Listing
import LocatedJSON

/// Reports captions that players drop, or show at the wrong time.
struct MediaCaptionsInvalid: Rule {
    static let description = RuleDescription(
        id: "media-captions-invalid",
        summary: "Captions are WebVTT, one cue after the other, and end with their video.",
        rationale: "Players drop what they do not understand without a word, and nobody who hears well notices.",
        flagged: [
            RuleExample(mediaTexts: ["media/a.vtt": "⟦1⟧\n00:00:01,000 --> 00:00:02,000\nHello\n"]),
            RuleExample(
                mediaTexts: [
                    "media/a.vtt": """
                    WEBVTT

                    00:01.000 --> 00:03.000
                    Hello

                    ⟦00:02.000 --> 00:04.000⟧
                    there

                    ⟦00:04.500 --> 00:04.000⟧
                    again

                    00:05.000 --> ⟦00:6.000⟧
                    once
                    """
                ]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4",
                      "captions": [{"language": "en", "file": "media/a.vtt"}]}]}
                    """,
                media: ["media/a.mp4": .video(duration: 40)],
                mediaTexts: ["media/a.vtt": "WEBVTT\n\n⟦00:39.000 --> 00:42.000⟧\nThe end\n"]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4",
                      "captions": [{"language": ⟦"english"⟧, "file": "media/a.vtt"},
                        {"language": "pt-BR", "file": "media/b.vtt"}]}]}
                    """,
                mediaTexts: ["media/a.vtt": "WEBVTT\n\n⟦00:01.000 --> 00:02.000⟧\n<b></b>\n"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4",
                      "captions": [{"language": "en", "file": "media/a.vtt"}]}]}
                    """,
                media: ["media/a.mp4": .video(duration: 40)],
                mediaTexts: [
                    "media/a.vtt": """
                    WEBVTT - Tour

                    NOTE written by hand

                    1
                    00:01.000 --> 00:03.000 align:start
                    Hello

                    00:03.000 --> 00:40.000
                    there
                    """
                ]
            ),
            RuleExample(mediaTexts: ["media/a.vtt": "WEBVTT\r\n\r\n00:00:01.000 --> 00:00:02.000\r\nHello\r\n"]),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for file in listing.captionFiles {
            for problem in file.problems {
                findings.report(problem.message, at: file.place(problem.range), isCertain: problem.isViolation)
            }
        }
        for item in listing.videos {
            for language in item.captions.compactMap(\.language) where !isLanguageTag(language.value) {
                findings.report(
                    "'\(language.value)' is no tag of a language, such as 'en' or 'pt-BR'",
                    at: language.range
                )
            }
            guard let end = length(of: item, in: listing) else { continue }
            for track in item.captions { check(track, until: end, of: item, listing, &findings) }
        }
    }

    /// In milliseconds, with what a rounded number may leave out.
    private func length(of item: MediaItem, in listing: ParsedListing) -> Int? {
        if let duration = listing.mediumFile(item)?.facts.duration, duration < 1e9 { return Int(duration * 1000) + 100 }
        return item.duration.map { $0.value * 1000 + 1000 }
    }

    private func check(
        _ track: CaptionTrack,
        until end: Int,
        of item: MediaItem,
        _ listing: ParsedListing,
        _ findings: inout RuleFindings
    ) {
        guard let file = listing.captionFiles.first(where: { $0.name == track.file?.value }) else { return }
        for cue in file.cues where cue.end > end {
            findings.report(
                "the cue ends at \(CueTimes.text(cue.end)), after video '\(item.id.value)' does",
                at: file.place(cue.range),
                notes: [Note("the video is described here", at: item.id.range)]
            )
        }
    }
}
