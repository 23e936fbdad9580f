import Diagnostics

extension SchemaCheck {
    mutating func checkObject(_ members: [JSONMember], of value: JSONValue, against schema: ObjectSchema) {
        var unknown: [JSONMember] = []
        for member in members {
            if let property = schema.property(named: member.name) {
                check(member.value, against: property.schema, as: .valueOfKey(member.name))
            } else if member.name == JSONSchema.schemaKey {
                check(member.value, against: .string, as: .valueOfKey(member.name))
            } else {
                unknown.append(member)
            }
        }
        reportUnknown(unknown, among: members, known: schema.properties.map(\.name), owner: schema.nounWithArticle)
        reportMissing(in: members, of: value, against: schema)
    }

    mutating func checkMap(_ members: [JSONMember], against schema: JSONSchema, keys: [String]?, as name: ValueName) {
        var unknown: [JSONMember] = []
        for member in members {
            if member.name == JSONSchema.schemaKey {
                check(member.value, against: .string, as: .valueOfKey(member.name))
            } else if let keys, !keys.contains(member.name) {
                unknown.append(member)
            } else {
                check(member.value, against: schema, as: .valueOfKey(member.name))
            }
        }
        reportUnknown(unknown, among: members, known: keys ?? [], owner: name.text)
    }

    /// Which languages there can be is not for a schema to know.
    mutating func checkLanguages(
        _ members: [JSONMember],
        of value: JSONValue,
        _ format: TextFormat,
        as name: ValueName
    ) {
        let texts = members.filter { $0.name != JSONSchema.schemaKey }
        if texts.isEmpty {
            report.error("manifest-value-invalid", "\(name.text) has no text in any language", at: place(value.range))
        }
        for member in texts {
            if isLanguageTag(member.name) {
                check(member.value, against: .text(format), as: .valueOfKey(member.name))
            } else {
                report.error(
                    "manifest-key-unknown",
                    "\(quoted(member.name)) is no language tag such as \"en\" or \"pt-BR\"",
                    at: place(member.nameRange)
                )
            }
        }
    }

    private mutating func reportMissing(in members: [JSONMember], of value: JSONValue, against schema: ObjectSchema) {
        for property in schema.properties
        where property.isRequired && !members.contains(where: { $0.name == property.name }) {
            report.error(
                "manifest-key-missing",
                "\(owner(members, schema)) has no \(quoted(property.name))",
                at: place(ByteRange(value.range.start, value.range.start + 1))
            )
        }
    }

    /// Only a key that the object lacks can be what an unknown one was meant to be.
    private mutating func reportUnknown(
        _ unknown: [JSONMember],
        among members: [JSONMember],
        known: @autoclosure () -> [String],
        owner: @autoclosure () -> String
    ) {
        guard !unknown.isEmpty else { return }
        let names = Set(members.map(\.name))
        let absent = known().filter { !names.contains($0) }
        let guesses = unknown.map { closestMatch(to: $0.name, among: absent) }
        let guessCounts = guesses.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        for (member, guess) in zip(unknown, guesses) {
            // Two keys that were meant to be the same one are for a person to sort out.
            let isOnlyOne = guessCounts[guess] == 1
            report.error(
                "manifest-key-unknown",
                "\(quoted(member.name)) is not a key of \(owner())" + suggestion(guess),
                at: place(member.nameRange),
                fixes: guess.map { [renamingKey(of: member, to: $0, among: absent, isOnlyOne: isOnlyOne)] } ?? []
            )
        }
    }

    /// The object by its own name if it has one: `feature "sync"`.
    private func owner(_ members: [JSONMember], _ schema: ObjectSchema) -> String {
        for key in ["id", "name"] {
            guard let text = members.first(where: { $0.name == key })?.value.string, !isBlank(text) else { continue }
            return "\(schema.noun) \(quoted(text))"
        }
        return "the \(schema.noun)"
    }

    /// Beyond another way of writing the same letters, one slip is certain when it leads to one key only.
    private func renamingKey(of member: JSONMember, to new: String, among absent: [String], isOnlyOne: Bool) -> Fix {
        let isSlip = isOneSlip(from: member.name, to: new) && absent.count { isOneSlip(from: member.name, to: $0) } == 1
        let isCertain = isOnlyOne && (isSlip || isSpelling(member.name, of: new))
        return renaming(member.nameRange, to: new, isCertain: isCertain)
    }

    /// Only capitals, hyphens and underscores may differ for the meaning to be certain.
    func renaming(_ range: ByteRange, from old: String, to new: String) -> Fix {
        renaming(range, to: new, isCertain: isSpelling(old, of: new))
    }

    private func renaming(_ range: ByteRange, to new: String, isCertain: Bool) -> Fix {
        let edit = TextEdit(place(range), replacement: jsonText(new))
        return Fix("Change it to \(quoted(new))", safety: isCertain ? .safe : .needsReview, edits: [edit])
    }

    func suggestion(_ guess: String?) -> String {
        guess.map { ", did you mean \(quoted($0))?" } ?? ""
    }
}
