#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A fault of the machine: what was being done, to which path, and what the system said.
package struct FileSystemError: Error, Sendable, Hashable {
    /// In the infinitive, to follow "cannot": `read`, `write`, `list`.
    package let operation: String
    package let path: String
    /// The system's `errno`.
    package let code: Int32

    package init(_ operation: String, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    package var reason: String {
        guard code != 0 else { return "it stays where it is" }
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text).lowercased()
    }

    package var isMissingPath: Bool { code == ENOENT || code == ENOTDIR }
    package var isPermissionProblem: Bool { code == EACCES || code == EPERM }
}

extension FileSystemError: CustomStringConvertible {
    package var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
