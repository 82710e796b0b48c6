/// One value of a JSON text that has been read: where it stands, and which values it holds.
///
/// The nodes of a text stand in its order, each container before its contents, so that the contents of a container are
/// the nodes up to its `end`, and the node behind a value's contents is its next sibling.
struct JSONNode: BitwiseCopyable {
    /// Where the value stands in the text: for a string its characters without the quotes, else all of it.
    var value: JSONText
    /// The member's name without the quotes; empty for what is not a member of an object.
    var name: JSONText
    /// The key of the name as it stands in the text; it says nothing of a name with escapes.
    var nameKey: NameKey
    var kind: JSONValue.Kind
    /// The index of the first node that is not among the value's contents.
    var end: Int32
}

/// A part of a JSON text.
struct JSONText: BitwiseCopyable {
    var offset: Int32
    var count: Int32
    /// Whether the part is a string with a backslash in it.
    var hasEscapes = false

    static var none: JSONText { JSONText(offset: 0, count: 0) }
}
