import Diagnostics

/// What is wrong or doubtful in the manifests that the code of integrations ships with.
let appManifestProblems = [
    ProblemDescription(
        "app-manifest-malformed",
        "An app manifest has its scopes in the form that its platform defines.",
        why: "What is not understood would count as not asked for.",
        mend: "Mend what the message points at; the platform would most likely refuse the file as well."
    ),
    ProblemDescription(
        "app-manifest-scopes-unsaid",
        severity: .warning,
        "An app manifest tells which scopes are asked for.",
        why:
            "Where the platform infers them from the code, or the app asks by itself, the listing is held against nothing.",
        mend: "Write them into the manifest, or name the authorize URL in \"appManifest\" as well."
    ),
    ProblemDescription(
        "app-manifest-secret",
        severity: .warning,
        "An authorize URL holds no keys and no passwords.",
        why: "Whoever can read the content could act as the app, and an address for consent needs no secret.",
        mend: "Remove the parameter that the message names, and have the secret replaced."
    ),
    ProblemDescription(
        "app-manifest-unknown",
        "An app manifest is one of those that Candor reads.",
        why: "Of anything else it cannot be told what is asked for.",
        mend: "Name another file, or convert it to the form that the message names."
    ),
]
