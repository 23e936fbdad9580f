import Diagnostics

/// What is wrong or doubtful in the documents that describe a platform's interface.
let descriptionProblems = [
    ProblemDescription(
        "api-description-unknown",
        "A document that describes the interface is OpenAPI 3, Swagger 2 or a Google discovery document, as JSON.",
        why: "Of anything else it cannot be told which operations there are.",
        mend: "Take another document, or convert it."
    ),
    ProblemDescription(
        "api-name-unusable",
        severity: .warning,
        "Names of scopes, operations and paths can be shown.",
        why: "A name with control characters could make a terminal or a page show something else.",
        mend: "Rename it in the document."
    ),
    ProblemDescription(
        "api-operation-id-missing",
        severity: .warning,
        "Every operation has an id.",
        why: "Without one it is named by its method and path, which changes with either.",
        mend: "Give it an \"operationId\", or name it as the message shows."
    ),
    ProblemDescription(
        "api-operation-id-repeated",
        severity: .warning,
        "No two operations of a document have the same id.",
        why: "A feature that names the id must mean one operation.",
        mend: "Rename one of them, or name it by method and path."
    ),
    ProblemDescription(
        "api-operation-unreadable",
        severity: .warning,
        "Every operation of a document has a method and a path that begins with a slash.",
        why: "What is passed over is unknown to features and to recorded traffic.",
        mend: "Mend the document, or write the operation into platform.json."
    ),
    ProblemDescription(
        "api-operations-without-scopes",
        severity: .warning,
        "A document that declares scopes says which operations need them.",
        why: "Without that, nothing follows from it on what a feature needs.",
        mend: "Add \"security\" to the operations, or write their scopes into platform.json."
    ),
    ProblemDescription(
        "api-path-ambiguous",
        severity: .warning,
        "No two operations of one method differ in the names of their parameters alone.",
        why: "A request cannot be told to be for the one or the other.",
        mend: "Make them one operation."
    ),
    ProblemDescription(
        "api-reference-cyclic",
        "References lead to something.",
        why: "Behind a reference that leads back to itself there is nothing, and the operation would be lost.",
        mend: "Write the part in place of one of the references."
    ),
    ProblemDescription(
        "api-reference-unresolved",
        "References lead to something inside of the document.",
        why: "The operations behind it would be lost.",
        mend: "Mend the pointer, or put all parts into one document."
    ),
    ProblemDescription(
        "api-scheme-undeclared",
        severity: .warning,
        "The document declares the security schemes that it uses.",
        why: "Whether a scheme carries scopes follows from its declaration.",
        mend: "Declare it, or take the name that the message offers."
    ),
    ProblemDescription(
        "api-schemes-undecided",
        severity: .warning,
        "It is said which security schemes integrations use, where a call has a key as an alternative to scopes.",
        why: "An integration with a key needs no scope, and one with scopes no key: nothing follows for either.",
        mend: "Write \"schemes\" beside the document's name."
    ),
    ProblemDescription(
        "api-scope-lists-doubtful",
        severity: .warning,
        "Scopes that look like alternatives are not taken together.",
        why:
            "A document whose lists mean that any one is enough would accuse honest listings of asking for too little.",
        mend: "See what the platform says, and choose \"anyOf\" if one scope of a list is enough."
    ),
    ProblemDescription(
        "api-scope-undeclared",
        severity: .warning,
        "The document declares the scopes that its operations need.",
        why: "A misspelt name would make an operation that nobody can be allowed.",
        mend: "Declare the scope, or take the name that the message offers."
    ),
    ProblemDescription(
        "api-security-malformed",
        severity: .warning,
        "\"security\" is a list of objects that name schemes.",
        why: "What is not understood counts as a key that nothing is known of.",
        mend: "Write it as its format defines it."
    ),
    ProblemDescription(
        "api-server-secret",
        severity: .warning,
        "The address of a server carries no user name and no password.",
        why: "A document of a catalogue is read by everybody who can read the content.",
        mend: "Remove what stands before the @, and make the password a new one."
    ),
    ProblemDescription(
        "api-too-many-operations",
        "A document has at most 50,000 operations.",
        why: "Those beyond it would not be read.",
        mend: "Divide the document."
    ),
    ProblemDescription(
        "api-without-operations",
        severity: .warning,
        "A document that describes the interface has operations.",
        why: "Nothing follows from one without.",
        mend: "See whether it is the right document."
    ),
]
