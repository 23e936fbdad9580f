#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How many files and sockets the process may have open.
enum DescriptorLimit {
    /// Many systems begin with 256 or 1,024 and allow more to whoever asks; where not, fewer pages can listen.
    static func raise(to count: Int) {
        #if canImport(Glibc)
        let resource = Int32(RLIMIT_NOFILE.rawValue)
        #else
        let resource = Int32(RLIMIT_NOFILE)
        #endif
        var limit = rlimit()
        guard unsafe getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t(count) else { return }
        limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
        _ = unsafe setrlimit(resource, &limit)
    }
}
