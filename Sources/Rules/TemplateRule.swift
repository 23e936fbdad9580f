package import Listing

/// A rule on the sections that the page template of a marketplace asks for.
package protocol TemplateRule: Rule {
    /// Called once for each template of each pack.
    func check(
        _ sections: TemplateSections,
        of listing: ParsedListing,
        against template: PageTemplate,
        of pack: RulePack,
        reporting findings: inout RuleFindings
    )
}

extension TemplateRule {
    package var ofTemplates: (any TemplateRule)? { self }

    /// Without a template nothing is asked for.
    package func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {}
}
