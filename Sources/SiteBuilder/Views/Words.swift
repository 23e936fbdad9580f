import Listing
import LocatedJSON
import Templates

// The words for what a manifest or a catalogue can say: as they stand alone, and as they stand in a line.

extension SiteLanguage {
    /// What the language of the reader calls it, or what it calls itself.
    var inWords: Phrase {
        LanguageTags.from(tag).reversed().reduce(.text(name)) { .term("language.\($1)", otherwise: $0) }
    }
}

/// Who holds a permission, in the words of the catalogue where the theme has none for it.
func actorText(_ actor: String) -> Phrase { .term("actor.\(actor)", otherwise: .text(actor)) }

extension ScopeRequest.Requirement {
    var inWords: Phrase {
        switch self {
        case .required: Phrase("requirement.required")
        case .conditional: Phrase("requirement.conditional")
        case .optional: Phrase("requirement.optional")
        }
    }

    var inLine: Phrase {
        switch self {
        case .required: Phrase("requirement.inline.required")
        case .conditional: Phrase("requirement.inline.conditional")
        case .optional: Phrase("requirement.inline.optional")
        }
    }
}

extension IntegrationManifest.Status {
    var inWords: Phrase {
        switch self {
        case .available: Phrase("status.available")
        case .beta: Phrase("status.beta")
        case .deprecated: Phrase("status.deprecated")
        }
    }

    var inLine: Phrase {
        switch self {
        case .available: Phrase("status.inline.available")
        case .beta: Phrase("status.inline.beta")
        case .deprecated: Phrase("status.inline.deprecated")
        }
    }
}

extension Feature.Status {
    /// nil where there is nothing to be said.
    var inWords: Phrase? {
        switch self {
        case .available: nil
        case .beta: Phrase("status.beta")
        case .planned: Phrase("status.planned")
        }
    }

    var inLine: Phrase {
        switch self {
        case .available: Phrase("status.inline.available")
        case .beta: Phrase("status.inline.beta")
        case .planned: Phrase("status.inline.planned")
        }
    }
}

extension ListingLink.Kind {
    var inWords: Phrase {
        switch self {
        case .website: Phrase("link.website")
        case .documentation: Phrase("link.documentation")
        case .privacy: Phrase("link.privacy")
        case .terms: Phrase("link.terms")
        case .pricing: Phrase("link.pricing")
        case .status: Phrase("link.status")
        }
    }
}

extension DataStatement.Direction {
    var inWords: Phrase {
        switch self {
        case .read: Phrase("direction.read")
        case .write: Phrase("direction.write")
        case .both: Phrase("direction.both")
        }
    }

    var inLine: Phrase {
        switch self {
        case .read: Phrase("direction.inline.read")
        case .write: Phrase("direction.inline.write")
        case .both: Phrase("direction.inline.both")
        }
    }
}

extension CatalogueScope.Kind {
    var inWords: Phrase {
        switch self {
        case .scope: Phrase("kind.scope")
        case .bundle: Phrase("kind.bundle")
        case .keyPermission: Phrase("kind.keyPermission")
        case .hostPattern: Phrase("kind.hostPattern")
        case .permissionLevel: Phrase("kind.permissionLevel")
        }
    }

    var inLine: Phrase {
        switch self {
        case .scope: Phrase("kind.inline.scope")
        case .bundle: Phrase("kind.inline.bundle")
        case .keyPermission: Phrase("kind.inline.keyPermission")
        case .hostPattern: Phrase("kind.inline.hostPattern")
        case .permissionLevel: Phrase("kind.inline.permissionLevel")
        }
    }
}

extension CatalogueScope.Sensitivity {
    var inLine: Phrase {
        switch self {
        case .normal: Phrase("sensitivity.inline.normal")
        case .sensitive: Phrase("sensitivity.inline.sensitive")
        case .restricted: Phrase("sensitivity.inline.restricted")
        }
    }
}

extension CatalogueScope.Action {
    var inLine: Phrase {
        switch self {
        case .read: Phrase("action.read")
        case .write: Phrase("action.write")
        case .delete: Phrase("action.delete")
        case .manage: Phrase("action.manage")
        }
    }

    /// As a choice of the filter, where it begins the line.
    var asChoice: Phrase {
        switch self {
        case .read: Phrase("filter.read")
        case .write: Phrase("filter.write")
        case .delete: Phrase("filter.delete")
        case .manage: Phrase("filter.manage")
        }
    }
}

extension Bool {
    var inWords: Phrase { self ? Phrase("answer.yes") : Phrase("answer.no") }
}
