/// Whether nothing that stands in a file may be shown: recordings of traffic hold the keys of whoever recorded them.
///
/// Places in it are told by line and column, its text neither printed nor made part of a fingerprint.
package func isTextWithheld(of path: String) -> Bool {
    path.utf8.count >= 4 && path.utf8.suffix(4).elementsEqual(".har".utf8, by: { $0 | 0x20 == $1 | 0x20 })
}
