package import Diagnostics

/// Something in an SVG that can run, or that asks another host for something.
package struct SVGHazard: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// `script`, `foreignObject` and their like.
        case element(String)
        /// `onload` and its like.
        case eventAttribute(String)
        /// An address that is not in the file itself.
        case outsideReference(String)
        /// An animation that changes where a link leads, or what an event does.
        case animatedReference(String)
        /// Style that no simple scan can vouch for.
        case style(String)
        case declaration
        case processingInstruction
        case encoding(String)
    }

    package let kind: Kind
    package let range: ByteRange
}

extension SVGHazard: CustomStringConvertible {
    /// To follow the name of the file.
    package var description: String {
        switch kind {
        case .element(let name): "has the element '\(name)'"
        case .eventAttribute(let name): "has the event attribute '\(name)'"
        case .outsideReference(let address): "refers to '\(address)', which is not in the file"
        case .animatedReference(let name): "animates '\(name)'"
        case .style(let word): "has '\(word)' in its style"
        case .declaration: "has a document type declaration"
        case .processingInstruction: "has a processing instruction"
        case .encoding(let name): "is written in '\(name)', and only UTF-8 can be checked"
        }
    }
}
