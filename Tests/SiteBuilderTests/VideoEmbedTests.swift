import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

struct VideoEmbedTests {
    @Test(arguments: [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
        ),
        (
            "https://youtu.be/dQw4w9WgXcQ?t=90s",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=90"
        ),
        ("https://m.youtube.com/shorts/a_b-c_d-e_f#x", "https://www.youtube-nocookie.com/embed/a_b-c_d-e_f?autoplay=1"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"),
        ("https://vimeo.com/76979871/ab12cd", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=ab12cd"),
        ("https://player.vimeo.com/video/7?h=9f", "https://player.vimeo.com/video/7?autoplay=1&dnt=1&h=9f"),
        (
            "https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184",
            "https://www.loom.com/embed/0281766fa2d04bb788eaf19e65135184"
        ),
        ("https://acme.wistia.com/medias/e4a27b971d", "https://fast.wistia.net/embed/iframe/e4a27b971d?autoPlay=true"),
        (
            "https://fast.wistia.net/embed/iframe/e4a27b971d",
            "https://fast.wistia.net/embed/iframe/e4a27b971d?autoPlay=true"
        ),
    ])
    func `a known host has a player`(address: String, player: String) {
        #expect(VideoEmbed(of: address)?.url == player)
    }

    @Test(arguments: [
        "", "https://", "https:///watch?v=dQw4w9WgXcQ", "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://videos.example/watch?v=dQw4w9WgXcQ", "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example@youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=dQw4w9WgXc%22", "https://www.youtube.com/watch?v=../../../../a",
        "https://www.youtube.com/@acme", "https://vimeo.com/acme", "https://vimeo.com/1/2/3", "https://loom.com/share/",
        "https://loom.com/share/a\"onload=b", "https://evilwistia.com/medias/e4a27b971d", "javascript:alert(1)",
    ])
    func `what no known host would answer stays a link`(address: String) {
        #expect(VideoEmbed(of: address) == nil)
    }

    @Test func `a page names the player without loading it`() async throws {
        var content = ContentBuilder()
        content.listings[0].video = "https://youtu.be/dQw4w9WgXcQ"
        content.listings[0].features[0].evidence.append("tour")
        content.listings[0].overview += "\n![A tour](video:tour)\n"
        let folder = try TemporaryFolder()
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let page = try folder.text("Output/integrations/acme/index.html")
        let players = HTMLScan(page).tags.filter { $0.attributes["data-embed"] != nil }
        // In the strip and in the text.
        #expect(players.map(\.name) == ["a", "a"])
        #expect(Set(players.compactMap { $0.attributes["href"] }) == ["https://youtu.be/dQw4w9WgXcQ"])
        #expect(!page.contains("<iframe"))
    }
}
