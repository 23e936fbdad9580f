/// All rules, ordered by id; a test holds the list equal to the folders.
package enum RuleRegistry {
    package static let rules: [any Rule] = [
        FeatureDocumentedTwice(),
        FeatureScopeNotMentioned(),
        FeatureUndocumented(),
        FeatureUnknown(),
        FeatureWithoutEvidence(),
        LinkAnchorMissing(),
        LinkPictureElsewhere(),
        LinkSchemeRefused(),
        LinkTargetMissing(),
        ManifestAppManifestMissing(),
        ManifestIDDuplicated(),
        ManifestTextTooLong(),
        MediaFileMissing(),
        MediaUnknown(),
        OperationUnknown(),
        PageOverviewMissing(),
        PageRawHTML(),
        ProductUnknown(),
        ScopeConditionMissing(),
        ScopeDeclineEffectMissing(),
        ScopeDeprecated(),
        ScopeForPlannedFeature(),
        ScopeGrantUnexplained(),
        ScopeMissingForOperation(),
        ScopeNotRequested(),
        ScopeReasonMissing(),
        ScopeRedundant(),
        ScopeUndocumented(),
        ScopeUnknown(),
        ScopeUnmapped(),
    ]

    package static var descriptions: [RuleDescription] { rules.map { type(of: $0).description } }

    package static func description(of id: String) -> RuleDescription? {
        descriptions.first { $0.id == id }
    }
}
