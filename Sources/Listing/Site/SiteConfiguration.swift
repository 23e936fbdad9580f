package import Diagnostics
package import LocatedJSON

/// `site.json`: what is true of the directory as a whole.
package struct SiteConfiguration: Sendable {
    package let path: String
    package let title: String
    package let description: String?
    /// Absolute and ending in `/`.
    package let baseURL: String?
    /// A BCP 47 tag.
    package let language: String
    package let marketplaces: [Located<String>]
    package let theme: Located<String>?
    package let ruleLevels: [RuleLevel]
    /// An address with `{path}` where the path of a page in the content folder goes.
    package let editLink: String?
}

/// The severity that a directory gives to a rule.
package struct RuleLevel: Sendable {
    package let rule: Located<String>
    /// nil: the rule is switched off.
    package let severity: Severity?
}
