import CCmark

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Owns a tree made by cmark and frees it exactly once.
@safe struct CommonMarkTree: ~Copyable {
    private let root: OpaquePointer

    /// Fails only when cmark has no memory.
    init?(parsing text: ArraySlice<UInt8>) {
        let parsed = unsafe text.withUnsafeBytes { bytes in
            unsafe cmark_parse_document(bytes.baseAddress, bytes.count, CMARK_OPT_DEFAULT)
        }
        guard let parsed = unsafe parsed else { return nil }
        unsafe root = parsed
    }

    deinit {
        unsafe cmark_node_free(root)
    }

    /// The kind of the first block, if there is one.
    var firstBlock: MarkdownNode.Kind? {
        guard let child = unsafe cmark_node_first_child(root) else { return nil }
        return unsafe Self.kind(of: child)
    }

    /// Writes down every enter and exit in document order; texts are appended to `buffer`.
    borrowing func flatten(into events: inout [CommonMarkEvent], buffer: inout [UInt8]) {
        let iterator = unsafe cmark_iter_new(root)
        defer { unsafe cmark_iter_free(iterator) }
        while true {
            let step = unsafe cmark_iter_next(iterator)
            guard step == CMARK_EVENT_ENTER || step == CMARK_EVENT_EXIT else { return }
            guard let node = unsafe cmark_iter_get_node(iterator) else { return }
            events.append(unsafe Self.event(at: node, isExit: step == CMARK_EVENT_EXIT, buffer: &buffer))
        }
    }

    private static func event(at node: OpaquePointer, isExit: Bool, buffer: inout [UInt8]) -> CommonMarkEvent {
        let kind = unsafe kind(of: node)
        var event = unsafe CommonMarkEvent(
            kind: kind,
            phase: isExit ? .exit : .enter,
            line: cmark_node_get_start_line(node),
            column: cmark_node_get_start_column(node),
            endLine: cmark_node_get_end_line(node)
        )
        guard !isExit else { return event }
        switch kind {
        case .text, .code, .htmlInline, .htmlBlock:
            event.phase = .leaf
            event.literal = unsafe append(cmark_node_get_literal(node), to: &buffer)
        case .codeBlock:
            event.phase = .leaf
            event.literal = unsafe append(cmark_node_get_literal(node), to: &buffer)
            event.title = unsafe append(cmark_node_get_fence_info(node), to: &buffer)
        case .link, .image:
            event.literal = unsafe append(cmark_node_get_url(node), to: &buffer)
            event.title = unsafe append(cmark_node_get_title(node), to: &buffer)
        case .heading:
            event.number = unsafe cmark_node_get_heading_level(node)
        case .bulletList, .orderedList:
            event.number = unsafe cmark_node_get_list_start(node)
            event.isTight = unsafe cmark_node_get_list_tight(node) != 0
        case .thematicBreak, .softBreak, .lineBreak:
            event.phase = .leaf
        default:
            break
        }
        return event
    }

    private static func append(_ text: UnsafePointer<CChar>?, to buffer: inout [UInt8]) -> BufferRange {
        guard let text = unsafe text else { return .empty }
        let start = buffer.count
        unsafe buffer.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
        return BufferRange(start, buffer.count)
    }

    private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST:
            unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? .orderedList : .bulletList
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .other
        }
    }
}
