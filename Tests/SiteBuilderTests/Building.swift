import SiteBuilder
import TestSupport

func options(in folder: TemporaryFolder) -> SiteOptions {
    var options = SiteOptions()
    options.content = folder.path(of: "Content")
    options.themes = folder.path(of: "Themes")
    options.output = folder.path(of: "Output")
    options.threadCount = 2
    return options
}

/// Builds the content of a test's folder into its `Output`.
func build(
    in folder: TemporaryFolder,
    _ change: (inout SiteOptions) -> Void = { _ in }
) async throws -> SiteBuild.Outcome {
    var options = options(in: folder)
    change(&options)
    return try await SiteBuild(options, goal: .build).run()
}

extension Sequence {
    /// One after another.
    func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
