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

    /// The index of the next sibling, where this node has the index `index`.
    @inline(__always)
    func next(after index: Int) -> Int {
        // Most values hold no others. Guessing so takes less time than waiting for the number.
        _fastPath(kind != .object && kind != .array) ? index &+ 1 : Int(end)
    }
}

/// A part of a JSON text, which has at most `Int32.max` bytes.
@usableFromInline
struct JSONText: BitwiseCopyable {
    @usableFromInline
    let offset: Int32
    /// The count, and in the highest bit whether the part is something else than plain ASCII: the smaller the nodes, the
    /// less a text of small values costs.
    @usableFromInline
    var countAndKind: UInt32

    /// A part that is plain ASCII.
    @inline(__always)
    init(offset: Int32, count: Int32) {
        self.offset = offset
        countAndKind = UInt32(bitPattern: count)
    }

    /// How many bytes it has.
    @inline(__always)
    var count: Int32 { Int32(bitPattern: countAndKind & 0x7FFF_FFFF) }

    /// Whether the part is ASCII that stands for itself, without escapes. For whatever is not known to be, false.
    @inlinable
    @inline(__always)
    var isPlainASCII: Bool {
        get { countAndKind >> 31 == 0 }
        set { countAndKind = countAndKind & 0x7FFF_FFFF | (newValue ? 0 : 0x8000_0000) }
    }

    /// Whether the part is plain ASCII of exactly `count` bytes.
    @inlinable
    @inline(__always)
    func isPlainASCII(ofCount count: Int) -> Bool { countAndKind == UInt32(truncatingIfNeeded: count) }

    /// Whether the part is plain ASCII of at most `count` bytes.
    @inline(__always)
    func isPlainASCII(upToCount count: Int) -> Bool { countAndKind <= UInt32(truncatingIfNeeded: count) }

    static var none: JSONText { JSONText(offset: 0, count: 0) }
}
