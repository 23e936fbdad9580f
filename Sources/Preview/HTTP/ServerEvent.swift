/// Something that all open pages are told.
package struct ServerEvent: Sendable, Hashable {
    /// What a page that comes back says it heard last.
    package let id: String
    package let name: String
    package let data: String

    package init(id: String, name: String, data: String) {
        self.id = id
        self.name = name
        self.data = data
    }

    /// As an event stream has it: a line break in the data becomes two `data` lines, and in a name it is left out.
    var bytes: [UInt8] {
        var text = "id: \(Self.oneLine(id))\nevent: \(Self.oneLine(name))\n"
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine) {
            text += "data: \(line)\n"
        }
        return Array("\(text)\n".utf8)
    }

    private static func oneLine(_ text: String) -> String {
        String(text.filter { !endsLine($0) && $0 != "\0" })
    }

    /// Not what Unicode calls a line break: JSON may have some of those within its strings.
    private static func endsLine(_ character: Character) -> Bool {
        ["\n", "\r", "\r\n"].contains(character)
    }

    /// A comment, which keeps proxies and sleeping networks from ending the stream.
    static let heartbeat = Array(": \n\n".utf8)
    /// How many milliseconds a page waits before it comes back.
    static let retry = Array("retry: 500\n\n".utf8)
}
