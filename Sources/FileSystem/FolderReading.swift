#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

package struct FolderEntry: Sendable, Hashable {
    /// With U+FFFD in place of bytes that are no UTF-8: then `isNameText` is false and the path cannot be opened.
    package let name: String
    package let isNameText: Bool
    /// Of the entry itself: a symbolic link is not followed.
    package let kind: FileKind

    /// Editors and systems leave such entries behind; nobody means them as content.
    package var isHidden: Bool { Self.isHidden(name, isFile: kind == .file) }

    package static func isHidden(_ name: String, isFile: Bool) -> Bool {
        name.hasPrefix(".") || (isFile && name.hasSuffix("~"))
    }
}

/// The entries of a folder without `.` and `..`, ordered by the bytes of their names.
package func listFolder(_ path: String) throws(FileSystemError) -> [FolderEntry] {
    guard let stream = unsafe opendir(path) else { throw FileSystemError("list", path) }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    errno = 0
    while let record = unsafe readdir(stream) {
        if let entry = unsafe folderEntry(record, in: path) { entries.append(entry) }
        errno = 0
    }
    guard errno == 0 else { throw FileSystemError("list", path) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

@unsafe
private func folderEntry(_ record: UnsafeMutablePointer<dirent>, in folder: String) -> FolderEntry? {
    let type = unsafe Int32(record.pointee.d_type)
    let nameBytes = unsafe withUnsafeBytes(of: &record.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
    if nameBytes == [UInt8(ascii: ".")] || nameBytes == [UInt8(ascii: "."), UInt8(ascii: ".")] { return nil }
    let text = String(validating: nameBytes, as: UTF8.self)
    let name = text ?? String(decoding: nameBytes, as: UTF8.self)
    return FolderEntry(name: name, isNameText: text != nil, kind: kind(ofType: type, path: "\(folder)/\(name)"))
}

/// Some file systems do not say the type in the folder itself.
private func kind(ofType type: Int32, path: String) -> FileKind {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .symbolicLink
    case Int32(DT_UNKNOWN): FileStatus.of(path)?.kind ?? .other
    default: .other
    }
}
