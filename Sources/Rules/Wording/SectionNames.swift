import Listing

/// What the headings of help pages are called that claim nothing: those of the marketplaces' templates and the usual ones.
struct SectionNames: Sendable {
    private let standing: Set<FoldedText>

    init(of packs: [RulePack]) {
        let templates = packs.flatMap(\.pages)
        let sections = templates.flatMap(\.sections) + templates.flatMap(\.faqTopics)
        standing = Self.usual.union(sections.flatMap(\.foldedWordings)).subtracting(Self.features)
    }

    /// Whether a heading opens the list of what the integration does.
    ///
    /// - Parameter name: of the integration, whose first words may stand in a heading for all of it.
    func isFeatures(_ heading: FoldedText, of name: FoldedText = FoldedText()) -> Bool {
        if Self.features.contains(heading) { return true }
        // "Features 2 0", "Features of Acme", "Acme features", "What Acme does".
        if heading.starts(with: Self.word) {
            let rest = heading.words.dropFirst()
            return rest.first == "of" || rest.allSatisfy(\.isVersion)
        }
        return Self.named.contains { start, end in
            guard let subject = heading.between(start, end), !subject.isEmpty else { return false }
            return name.starts(with: subject) || (!start.isEmpty && Self.subjects.contains(subject))
        }
    }

    func isStanding(_ heading: FoldedText) -> Bool { standing.contains(heading) }

    private static let word = FoldedText("Features")
    /// What stands before and after the integration's name.
    private static let named: [(FoldedText, FoldedText)] =
        ["does", "can do", "offers"].map { (FoldedText("What"), FoldedText($0)) }
        + ["features", "capabilities", "highlights", "benefits"].map { (FoldedText(), FoldedText($0)) }
    private static let subjects = folded(
        """
        The integration
        This integration
        The app
        This app
        The connector
        The plugin
        """
    )

    private static func folded(_ names: String) -> Set<FoldedText> {
        Set(names.split(separator: "\n").map { FoldedText(heading: String($0)) })
    }

    private static let features = folded(
        """
        Features
        Key features
        Main features
        Core features
        Top features
        All features
        Our features
        Supported features
        Additional features
        Product features
        Other features
        More features
        Included features
        Available features
        Notable features
        Feature highlights
        Highlights
        Key highlights
        Benefits
        Key benefits
        Available actions
        Supported actions
        What is included
        What's included
        Feature list
        List of features
        Feature overview
        Features and benefits
        Features and capabilities
        Capabilities
        Key capabilities
        Functionality
        What it does
        What it can do
        What it offers
        What you can do
        What you get
        """
    )

    private static let usual = folded(
        """
        Overview
        Introduction
        About
        Summary
        At a glance
        How it works
        How it is done
        Use cases
        Use case
        Why it matters
        Who it is for
        Examples
        Example
        Before you begin
        Before you start
        Prerequisites
        Prerequisite
        Requirements
        What you need
        Set up
        Setup
        Installation
        Install
        Getting started
        Get started
        Quick start
        Quickstart
        Connect
        Configuration
        Configure
        Integration
        Settings
        Usage
        How to use it
        Next steps
        Verification
        Test
        Testing
        Update
        Updating
        Upgrade
        Uninstall
        Uninstalling
        Disconnect
        Remove
        Limits
        Limitations
        Known limitations
        Rate limits
        Known issues
        Restrictions
        Troubleshooting
        Questions
        Questions and answers
        FAQ
        FAQs
        Frequently asked questions
        Support
        Help
        Get help
        Contact
        Contact us
        Feedback
        Pricing
        Plans
        Plans and pricing
        Billing
        Permissions
        Permissions and scopes
        Scopes
        Security
        Privacy
        Security and privacy
        Compliance
        Data
        Data collected
        Data that is kept
        Data handling
        Data flow
        Data mapping
        Metrics
        Events
        Attributes
        Compatibility
        Availability
        Supported versions
        Supported languages
        Languages
        Screenshots
        Gallery
        Demo
        Video
        Changelog
        Release notes
        What's new
        Version history
        Roadmap
        Planned
        Resources
        Reference
        Further reading
        See also
        Related
        Learn more
        Read more
        Notes
        Note
        Glossary
        Terms
        Legal
        License
        Licence
        """
    )
}

extension String {
    /// "2" or "v2".
    fileprivate var isVersion: Bool {
        (utf8.first == UInt8(ascii: "v") ? utf8.dropFirst() : utf8[...]).allSatisfy(\.isDigit)
    }
}
