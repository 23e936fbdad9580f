import Diagnostics
import FileSystem
import FoundationEssentials
import Listing
import SiteBuilder

/// The options that `build` and `check` share.
enum SiteArguments {
    static let content = Option(name: "--content", value: "DIR", help: "The content folder (default: Content).")
    static let themes = Option(name: "--themes", value: "DIR", help: "The folder of themes (default: Themes).")
    static let output = Option(name: "--output", value: "DIR", help: "Where the site goes (default: Output).")
    static let baseURL = Option(name: "--base-url", value: "URL", help: "The site's address, instead of site.json's.")
    static let format = Option(name: "--format", value: "FORMAT", help: "text (default) or json.")
    static let strict = Option(name: "--strict", value: nil, help: "Let warnings stop the build as errors do.")
    static let timings = Option(name: "--timings", value: nil, help: "Tell how long the stages took.")
    static let threads = Option(name: "--threads", value: "N", help: "How many listings at once (default: the cores).")

    static func options(_ arguments: ParsedArguments) throws(UsageError) -> SiteOptions {
        var options = SiteOptions()
        options.content = arguments.value(of: content) ?? options.content
        options.themes = arguments.value(of: themes) ?? options.themes
        options.output = arguments.value(of: output) ?? options.output
        options.isStrict = arguments.has(strict)
        options.threadCount = try threadCount(arguments)
        options.baseURL = try arguments.value(of: baseURL).map { (text) throws(UsageError) in try checkedURL(text) }
        return options
    }

    private static func threadCount(_ arguments: ParsedArguments) throws(UsageError) -> Int {
        guard let text = arguments.value(of: threads) else { return ProcessInfo.processInfo.activeProcessorCount }
        guard let count = Int(text), (1...256).contains(count) else {
            throw UsageError(message: "'--threads' wants a number from 1 to 256, not '\(text)'")
        }
        return count
    }

    private static func checkedURL(_ text: String) throws(UsageError) -> String {
        if let fault = SiteConfiguration.faultOfBaseURL(text) {
            throw UsageError(
                message: "'--base-url' wants an address such as https://example.com/help/; '\(text)' is one \(fault)"
            )
        }
        return text.hasSuffix("/") ? text : text + "/"
    }
}

/// In which form a run tells what it found.
enum ReportFormat: String, CaseIterable, Sendable {
    case text, json

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let text = arguments.value(of: SiteArguments.format) ?? ReportFormat.text.rawValue
        guard let format = ReportFormat(rawValue: text) else {
            let names = ReportFormat.allCases.map(\.rawValue)
            let guess = closestMatch(to: text, among: names)
            throw UsageError(
                message: "there is no format '\(text)'" + (guess.map { "; did you mean '\($0)'?" } ?? "")
                    + " (\(names.joined(separator: ", ")))"
            )
        }
        self = format
    }
}
