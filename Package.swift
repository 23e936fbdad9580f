// swift-tools-version: 6.2

// One line a target where it fits, in the order of dependency: a target may only use what stands above it.

import PackageDescription

/// ExistentialAny is SE-0335, InternalImportsByDefault SE-0409, MemberImportVisibility SE-0444.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// For the targets that call C: every unsafe expression has to be marked `unsafe` (SE-0458).
let strictMemory: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
    name: "candor",
    platforms: [.macOS(.v15)],
    targets: [
        .systemLibrary(
            name: "CCmark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),

        .target(name: "CExchange"),

        .target(name: "CBuiltInFiles", exclude: ["list-files", "packs", "preview", "report", "schemas", "starter"]),
        .target(name: "BuiltInFiles", dependencies: ["CBuiltInFiles"], swiftSettings: strictMemory),

        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "ChildProcesses", swiftSettings: strictMemory),
        .target(name: "FileSystem", dependencies: ["CExchange"], swiftSettings: strictMemory),
        .target(name: "Markup", swiftSettings: strict),
        .target(name: "CodeHighlighting", dependencies: ["Markup"], swiftSettings: strict),
        .target(name: "LocatedJSON", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(name: "Markdown", dependencies: ["CCmark", "Diagnostics", "Markup"], swiftSettings: strictMemory),
        .target(name: "Templates", dependencies: ["Diagnostics", "Markup"], swiftSettings: strict),

        .target(name: "Evidence", dependencies: ["Diagnostics", "LocatedJSON"], swiftSettings: strict),
        .target(
            name: "Listing",
            dependencies: ["Diagnostics", "Evidence", "FileSystem", "LocatedJSON", "Markdown"],
            swiftSettings: strict
        ),
        .target(
            name: "Rules",
            dependencies: ["Diagnostics", "Evidence", "Listing", "LocatedJSON", "Markdown"],
            swiftSettings: strict
        ),
        .target(
            name: "Review",
            dependencies: [
                "BuiltInFiles", "Diagnostics", "Listing", "LocatedJSON", "Markdown", "Markup", "Rules", "Templates",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "SiteBuilder",
            dependencies: [
                "BuiltInFiles", "CodeHighlighting", "Diagnostics", "FileSystem", "Listing", "LocatedJSON", "Markdown",
                "Markup", "Review", "Rules", "Templates",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "LinkChecker",
            dependencies: ["ChildProcesses", "Diagnostics", "Listing", "LocatedJSON"],
            swiftSettings: strictMemory
        ),
        .target(name: "Preview", dependencies: ["FileSystem"], swiftSettings: strictMemory),
        .target(
            name: "CommandLineInterface",
            dependencies: [
                "BuiltInFiles", "ChildProcesses", "Diagnostics", "Evidence", "FileSystem", "LinkChecker", "Listing",
                "LocatedJSON", "Markup", "Preview", "Rules", "SiteBuilder",
            ],
            swiftSettings: strict
        ),
        .executableTarget(name: "candor", dependencies: ["CommandLineInterface"], swiftSettings: strict),

        .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CodeHighlightingTests",
            dependencies: ["CodeHighlighting", "Markup", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "LocatedJSONTests", dependencies: ["LocatedJSON", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "EvidenceTests",
            dependencies: ["Diagnostics", "Evidence", "LocatedJSON", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TemplatesTests",
            dependencies: ["Markup", "Templates", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ListingTests",
            dependencies: [
                "Diagnostics", "Evidence", "FileSystem", "Listing", "LocatedJSON", "Markdown", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "RulesTests",
            dependencies: [
                "BuiltInFiles", "Diagnostics", "Evidence", "Listing", "LocatedJSON", "Markdown", "Rules", "TestSupport",
            ],
            exclude: [
                "Prose/catalogue.json", "Prose/dev.json", "Prose/held-out.json", "Prose/policy-claims-dev.json",
                "Prose/policy-claims-held-out.json", "Prose/read-only-dev.json", "Prose/read-only-held-out.json",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReviewTests",
            dependencies: ["candor", "Diagnostics", "Listing", "LocatedJSON", "Review", "Rules", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LinkCheckerTests",
            dependencies: ["candor", "Diagnostics", "LinkChecker", "LocatedJSON", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "PreviewTests", dependencies: ["Preview", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "SiteBuilderTests",
            dependencies: [
                "BuiltInFiles", "candor", "Diagnostics", "FileSystem", "Listing", "LocatedJSON", "Rules", "SiteBuilder",
                "Templates", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandLineInterfaceTests",
            dependencies: ["candor", "CommandLineInterface", "SiteBuilder", "TestSupport"],
            swiftSettings: strict
        ),
        // `make test-browser` installs what they need.
        .testTarget(
            name: "BrowserTests",
            dependencies: ["candor", "SiteBuilder", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ArchitectureTests",
            dependencies: ["BuiltInFiles", "TestSupport"],
            swiftSettings: strict
        ),
        // `make bench`: not a test, since how long something takes says nothing of whether it is right.
        .executableTarget(name: "BenchmarkFloor", dependencies: ["CCmark"], path: "Tests/BenchmarkFloor"),
        .executableTarget(name: "Benchmark", path: "Tests/Benchmark", swiftSettings: strict),
        // `make measure-prose`: how often the rules on prose are right, on labelled sentences.
        .executableTarget(
            name: "ProseMeasure",
            dependencies: ["Diagnostics", "Listing", "LocatedJSON", "Rules"],
            path: "Tests/ProseMeasure",
            swiftSettings: strict
        ),
    ]
)
