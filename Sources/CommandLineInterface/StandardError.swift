import FileSystem

/// Standard error as a place to print to.
struct StandardError: TextOutputStream {
    mutating func write(_ text: String) {
        writeToStandardError(Array(text.utf8))
    }
}
