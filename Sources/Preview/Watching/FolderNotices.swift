#if os(Linux)
import FileSystem

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the kernel tells of folders (inotify(7)).
struct FolderNotices: Sendable {
    struct Notice: Sendable {
        let watch: Int32
        let mask: UInt32
        /// Of what it happened to, inside the watched folder; empty when it happened to the folder itself.
        let name: String

        func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }
        var isOfFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
    }

    /// The kernel grants no more, with what can be done about it.
    struct Limit: Error, CustomStringConvertible {
        let description: String

        static func watches() -> Limit {
            Limit(
                description: "the system grants no more watches (fs.inotify.max_user_watches), so the folders are "
                    + "looked through twice a second; 'sudo sysctl fs.inotify.max_user_watches=524288' grants more"
            )
        }

        static func instances() -> Limit {
            Limit(
                description: "the system lets no more programs watch (fs.inotify.max_user_instances), so the folders "
                    + "are looked through twice a second; 'sudo sysctl fs.inotify.max_user_instances=1024' allows more"
            )
        }
    }

    let descriptor: Int32

    init() throws(Limit) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw .instances() }
    }

    func close() { closeDescriptor(descriptor) }

    private static let flags =
        UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
        | UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR)

    /// The number of the watch; nil for a folder that is not there, or may not be read.
    func add(_ folder: String) throws(Limit) -> Int32? {
        let watch = unsafe inotify_add_watch(descriptor, folder, Self.flags)
        if watch >= 0 { return watch }
        if errno == ENOSPC || errno == ENOMEM { throw .watches() }
        return nil
    }

    func remove(_ watch: Int32) { _ = inotify_rm_watch(descriptor, watch) }

    /// All that there is to read now.
    func read() -> [Notice] {
        var notices: [Notice] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe systemRead(descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return notices }
            notices += Self.notices(in: buffer[..<count])
        }
    }

    private static let headLength = 16

    /// `struct inotify_event`: watch, mask, cookie, length of the name, the name filled up with zeros.
    static func notices(in bytes: ArraySlice<UInt8>) -> [Notice] {
        var notices: [Notice] = []
        var rest = bytes
        while rest.count >= headLength {
            let numbers = unsafe rest.withUnsafeBytes { bytes in
                (0..<4).map { unsafe bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
            }
            rest = rest.dropFirst(headLength)
            let name = rest.prefix(Int(numbers[3])).prefix { $0 != 0 }
            rest = rest.dropFirst(Int(numbers[3]))
            notices.append(
                Notice(
                    watch: Int32(bitPattern: numbers[0]),
                    mask: numbers[1],
                    name: String(decoding: name, as: UTF8.self)
                )
            )
        }
        return notices
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    unsafe read(descriptor, buffer.baseAddress, buffer.count)
}
#endif
