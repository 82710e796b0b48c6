/// One value of a JSON text that has been read: where it stands, and which values it holds.
///
/// The nodes of a text stand in its order, each container before its contents, so that the contents of a container are
/// the nodes up to its `end`, and the node behind a value's contents is its next sibling.
@usableFromInline
struct JSONNode: BitwiseCopyable {
    /// Where the value stands in the text: for a string its characters without the quotes, else all of it.
    var value: JSONText
    /// The member's name without the quotes; empty for what is not a member of an object.
    @usableFromInline
    var name: JSONText
    var kind: JSONValue.Kind
    /// The index of the first node that is not among the value's contents.
    @usableFromInline
    var end: Int32
}

/// A part of a JSON text, which has at most `Int32.max` bytes.
@usableFromInline
struct JSONText: BitwiseCopyable {
    @usableFromInline
    let offset: Int32
    /// The count, and in the highest bit whether there are escapes: the smaller the nodes, the less a text of small values
    /// costs.
    @usableFromInline
    var countAndEscapes: UInt32

    /// A part without escapes.
    @inline(__always)
    init(offset: Int32, count: Int32) {
        self.offset = offset
        countAndEscapes = UInt32(bitPattern: count)
    }

    /// How many bytes it has.
    @inline(__always)
    var count: Int32 { Int32(bitPattern: countAndEscapes & 0x7FFF_FFFF) }

    /// Whether the part is a string with a backslash in it.
    @inlinable
    @inline(__always)
    var hasEscapes: Bool {
        get { countAndEscapes >> 31 == 1 }
        set { countAndEscapes = countAndEscapes & 0x7FFF_FFFF | (newValue ? 0x8000_0000 : 0) }
    }

    /// Whether the part has exactly `count` bytes and no escapes.
    @inlinable
    @inline(__always)
    func isPlain(ofCount count: Int) -> Bool { countAndEscapes == UInt32(truncatingIfNeeded: count) }

    static var none: JSONText { JSONText(offset: 0, count: 0) }
}
