import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// The colours of the default theme, in both schemes, by the formula of WCAG 2.2.
struct ContrastTests {
    private let properties: [String: ThemeProperties.Property]

    init() throws {
        let sheet = try PackageFolder.text("Themes/default/assets/\(ThemeProperties.fileName)")
        properties = Dictionary(
            ThemeProperties.groups(in: sheet).flatMap(\.properties).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func colour(_ name: String, isDark: Bool) throws -> [Double] {
        let property = try #require(properties[name], "\(name)")
        let value = isDark ? property.dark : property.light
        if value.hasPrefix("var(") { return try colour(String(value.dropFirst(4).dropLast()), isDark: isDark) }
        let number = try #require(Int(value.dropFirst(), radix: 16), "\(name): \(value)")
        return [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
    }

    private func luminance(_ colour: [Double]) -> Double {
        let parts = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ text: String, on ground: String, isDark: Bool) throws -> Double {
        let both = try [colour(text, isDark: isDark), colour(ground, isDark: isDark)].map(luminance).sorted()
        return (both[1] + 0.05) / (both[0] + 0.05)
    }

    @Test(arguments: [false, true])
    func `code is as easy to read as other text`(isDark: Bool) throws {
        let names = properties.keys.filter { $0.hasPrefix("--code-") }
        #expect(names.count == 5)
        for name in names {
            #expect(try contrast(name, on: "--surface", isDark: isDark) >= 4.5, "\(name)")
        }
    }

    @Test(arguments: [false, true])
    func `text stands out from every ground, and alerts from theirs`(isDark: Bool) throws {
        for ground in ["--paper", "--surface", "--sunken"] {
            for text in ["--ink", "--ink-soft", "--accent"] {
                #expect(try contrast(text, on: ground, isDark: isDark) >= 4.5, "\(text) on \(ground)")
            }
            #expect(try contrast("--edge", on: ground, isDark: isDark) >= 3, "--edge on \(ground)")
        }
        for alert in ["--note", "--tip", "--important", "--warning", "--caution"] {
            #expect(try contrast(alert, on: "\(alert)-soft", isDark: isDark) >= 4.5, "\(alert)")
            #expect(try contrast("--ink", on: "\(alert)-soft", isDark: isDark) >= 4.5, "\(alert)")
        }
    }

    /// What shines through counts as well.
    private func contrast(_ text: String, at opacity: Double, on ground: String, isDark: Bool) throws -> Double {
        let (front, back) = (try colour(text, isDark: isDark), try colour(ground, isDark: isDark))
        let mixed = zip(front, back).map { $0 * opacity + $1 * (1 - opacity) }
        let both = [luminance(mixed), luminance(back)].sorted()
        return (both[1] + 0.05) / (both[0] + 0.05)
    }

    @Test(arguments: [false, true])
    func `the picture of permissions is as easy to see as the page`(isDark: Bool) throws {
        // Marks have words beside them and stand on the boxes.
        for mark in ["--warning", "--caution"] { #expect(try contrast(mark, on: "--surface", isDark: isDark) >= 4.5) }
        #expect(try contrast("--ink", at: 0.8, on: "--surface", isDark: isDark) >= 4.5)
        #expect(try contrast("--ink", at: 0.8, on: "--paper", isDark: isDark) >= 4.5)
        // Lines lead over the page.
        #expect(try contrast("--ink", at: 0.6, on: "--paper", isDark: isDark) >= 3)
    }
}
