import LocatedJSON
import Testing

struct JSONSchemaTextTests {
    @Test func `the schema of an object is written as JSON Schema`() {
        #expect(
            ListingSchema.feature.jsonSchemaText(id: "https://example.com/feature.json") == #"""
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "https://example.com/feature.json",
                  "title": "Feature",
                  "description": "Something that the integration does.",
                  "type": "object",
                  "properties": {
                    "$schema": {
                      "type": "string"
                    },
                    "id": {
                      "description": "Short name that pages refer to.",
                      "type": "string",
                      "pattern": "^[a-z0-9][a-z0-9-]*$",
                      "maxLength": 64
                    },
                    "summary": {
                      "description": "One sentence for readers.",
                      "type": "string",
                      "pattern": "\\S"
                    },
                    "status": {
                      "description": "Whether readers can use it.",
                      "enum": [
                        "available",
                        "beta",
                        "planned"
                      ]
                    },
                    "scopes": {
                      "description": "The scopes that it needs.",
                      "type": "array",
                      "items": {
                        "type": "string",
                        "pattern": "\\S"
                      }
                    }
                  },
                  "required": [
                    "id",
                    "summary"
                  ],
                  "additionalProperties": false
                }

                """#
        )
    }

    @Test func `every kind of value has its keywords`() throws {
        let properties = try #require(
            object(ListingSchema.listing.jsonSchemaText(id: "listing.json")).object("properties")
        )
        func keywords(_ name: String) -> [String] {
            properties.object(name)?.members.map(\.name).filter { $0 != "description" } ?? []
        }
        #expect(keywords("features") == ["type", "items", "minItems"])
        #expect(keywords("labels") == ["type", "items", "maxItems"])
        #expect(keywords("updated") == ["type", "format", "pattern"])
        #expect(keywords("website") == ["type", "format", "pattern"])
        #expect(keywords("poster") == ["type", "pattern"])
        #expect(keywords("alt") == ["type"])
        #expect(keywords("width") == ["type", "minimum", "maximum"])
        #expect(keywords("ratio") == ["type", "minimum", "maximum"])
        #expect(keywords("marketplace") == ["oneOf"])
        #expect(keywords("severities") == ["type", "properties", "propertyNames", "additionalProperties"])
        #expect(keywords("limits") == ["type", "properties", "additionalProperties"])
        #expect(keywords("extra") == [])
    }
}
