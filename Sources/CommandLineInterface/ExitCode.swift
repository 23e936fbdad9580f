/// What the program tells the one who called it.
package enum ExitCode: Int32, Sendable {
    case clean = 0
    /// The content has errors.
    case contentHasErrors = 1
    case wrongUsage = 2
    /// A disk, a permission or a port failed.
    case machineFailed = 3
}
