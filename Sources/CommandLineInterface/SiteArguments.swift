import FoundationEssentials
import Listing
import Rules
import SiteBuilder

/// The options that `build` and `check` share.
enum SiteArguments {
    static let content = Option(name: "--content", value: "DIR", help: "The content folder (default: Content).")
    static let themes = Option(name: "--themes", value: "DIR", help: "The folder of themes (default: Themes).")
    static let output = Option(name: "--output", value: "DIR", help: "Where the site goes (default: Output).")
    static let baseURL = Option(name: "--base-url", value: "URL", help: "The site's address, instead of site.json's.")
    static let format = Option(
        name: "--format",
        value: "FORMAT",
        help: "text (default), json, sarif, github or junit.",
        choices: ReportFormat.allCases.map(\.rawValue)
    )
    static let only = Option(
        name: "--only",
        value: "RULES",
        help: "Apply these rules or families alone, with commas between them.",
        choices: ruleNames
    )
    static let except = Option(
        name: "--except",
        value: "RULES",
        help: "Leave out these rules or families; 'build' applies core rules all the same.",
        choices: ruleNames
    )
    private static var ruleNames: [String] { RuleFamily.all + RuleRegistry.descriptions.map(\.id) }
    static let strict = Option(name: "--strict", value: nil, help: "Let warnings stop the build as errors do.")
    static let timings = Option(name: "--timings", value: nil, help: "Tell how long the stages took.")
    static let threads = Option(name: "--threads", value: "N", help: "How many listings at once (default: the cores).")

    /// - Parameter isPublishing: whether core rules apply whatever is asked for.
    static func options(
        _ arguments: ParsedArguments,
        _ terminal: Terminal,
        isPublishing: Bool = false
    ) throws(UsageError) -> SiteOptions {
        var options = SiteOptions()
        options.content = arguments.value(of: content) ?? options.content
        options.themes = arguments.value(of: themes) ?? options.themes
        options.output = arguments.value(of: output) ?? options.output
        options.isStrict = arguments.has(strict)
        options.today = try terminal.currentDay()
        options.selection = try selection(arguments, keepsCore: isPublishing)
        options.threadCount = try threadCount(arguments)
        options.baseURL = try arguments.value(of: baseURL).map { (text) throws(UsageError) in try checkedURL(text) }
        return options
    }

    private static func selection(
        _ arguments: ParsedArguments,
        keepsCore: Bool
    ) throws(UsageError) -> RuleSelection {
        func names(_ option: Option) -> [String] {
            arguments.value(of: option)?.split(separator: ",").map(String.init) ?? []
        }
        do {
            return try RuleSelection(only: names(only), except: names(except), keepsCore: keepsCore)
        } catch {
            throw UsageError(message: error.message)
        }
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
