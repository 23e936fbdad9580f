import Diagnostics
import Listing
package import LocatedJSON
import Rules

/// The report for programs; `candor schema report` prints the schema that describes it.
package enum ReviewJSON {
    /// - Parameter listings: each as `listing` wrote it, in the order of the directory.
    package static func document(of directory: DirectoryReview, listings: [JSONWriter]) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.member("version", 1)
            json.member("title", directory.title)
            json.member("errors", directory.errorCount)
            json.member("warnings", directory.warningCount)
            json.coverage(directory.coverage.parts)
            json.notChecked(directory.coverage)
            json.member("rulesOff", directory.coverage.rulesOff)
            json.list("integrations", listings) { $0.fragment($1) }
            json.list("diagnostics", directory.findings) { $0.finding($1) }
            json.list("suppressions", directory.suppressions) { json, suppression in
                json.object { json in
                    json.member("rule", suppression.rule)
                    json.member("place", suppression.place)
                    json.member("reason", suppression.reason)
                    json.member("until", suppression.until)
                    json.member("findings", suppression.findingCount)
                }
            }
            json.member("baselineFindings", directory.baselineCount)
        }
        return json
    }

    package static func listing(_ matrix: ReviewMatrix) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.member("id", matrix.id)
            json.member("name", matrix.name)
            json.optional("builtBy", matrix.builtBy)
            json.optional("version", matrix.version)
            json.optional("updated", matrix.updated)
            json.member("status", matrix.status.rawValue)
            json.member("hasManifest", matrix.hasManifest)
            json.member("errors", matrix.errorCount)
            json.member("warnings", matrix.warningCount)
            json.coverage(matrix.coverage.parts.filter { $0.key != "crossLinks" })
            json.notChecked(matrix.coverage)
            json.list("features", matrix.features) { $0.feature($1) }
            json.list("scopes", matrix.scopes) { $0.scope($1) }
            json.key("release")
            json.release(matrix.release)
            json.list("diagnostics", matrix.findings) { $0.finding($1) }
            json.list("suppressed", matrix.suppressed) { $0.suppressed($1) }
        }
        return json
    }
}

extension JSONWriter {
    fileprivate mutating func feature(_ feature: FeatureReview) {
        object { json in
            json.member("id", feature.id)
            json.member("title", feature.title)
            json.member("status", feature.status.rawValue)
            json.member("isClosed", !feature.hasHole)
            json.key("claim")
            json.place(feature.claim)
            json.cell("section", feature.section)
            json.list("scopes", feature.scopes) { json, scope in
                json.object { json in
                    json.member("scope", scope.scope)
                    json.cell("requested", scope.requested)
                    json.cell("named", scope.named)
                }
            }
            json.list("members", feature.members) { json, member in
                json.object { json in
                    json.member("scope", member.scope)
                    json.cell("named", member.named)
                }
            }
            json.list("operations", feature.operations) { json, operation in
                json.object { json in
                    json.member("id", operation.id)
                    json.optional("call", operation.call)
                    json.cell("allowed", operation.allowed)
                }
            }
            json.cell("evidence", feature.evidenceMark)
            json.list("media", feature.evidence) { json, evidence in
                json.object { json in
                    json.member("id", evidence.id)
                    json.optional("kind", evidence.kind?.rawValue)
                    json.cell("shown", evidence.shown)
                }
            }
        }
    }

    fileprivate mutating func scope(_ scope: ScopeReview) {
        object { json in
            json.member("scope", scope.reference)
            json.optional("title", scope.title)
            if let sensitivity = scope.sensitivity { json.member("sensitivity", sensitivity.rawValue) }
            json.member("requirement", scope.requirement.rawValue)
            json.member("isClosed", !scope.hasHole)
            json.key("place")
            json.place(scope.place)
            json.cell("known", scope.known)
            json.cell("reason", scope.reason)
            json.cell("when", scope.when)
            json.cell("ifDeclined", scope.ifDeclined)
            json.cell("needed", scope.needed)
            json.member("features", scope.features)
            json.cell("named", scope.named)
            json.list("grants", scope.grants) { json, grant in
                json.object { json in
                    json.member("scope", grant.scope)
                    json.member("isUsed", grant.isUsed)
                    json.cell("explained", grant.explained)
                }
            }
        }
    }

    fileprivate mutating func finding(_ finding: FindingReview) {
        object { $0.members(of: finding) }
    }

    fileprivate mutating func suppressed(_ suppressed: SuppressedReview) {
        object { json in
            json.members(of: suppressed.finding)
            json.key("suppression")
            json.object { json in
                switch suppressed.ground {
                case .entry(let reason, let until):
                    json.member("by", "entry")
                    json.member("reason", reason)
                    json.member("until", until)
                case .baseline: json.member("by", "baseline")
                }
            }
        }
    }

    private mutating func members(of finding: FindingReview) {
        member("id", finding.id)
        member("severity", finding.severity.rawValue)
        member("message", finding.message)
        key("place")
        place(finding.place)
        list("notes", finding.notes) { json, note in
            json.object { json in
                json.member("message", note.message)
                json.key("place")
                json.place(note.place)
            }
        }
    }
}
