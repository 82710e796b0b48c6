/// A JSON text together with its nodes, as ``JSONScanner`` has left them. Valid as long as both are.
@safe
@usableFromInline
struct JSONDocument: BitwiseCopyable {
    @usableFromInline
    let text: UnsafePointer<UInt8>
    @usableFromInline
    let nodes: UnsafePointer<JSONNode>

    @unsafe
    init(text: UnsafeBufferPointer<UInt8>, nodes: UnsafeBufferPointer<JSONNode>) {
        precondition(text.count > 0 && nodes.count > 0, "a document has been scanned")
        unsafe self.text = text.baseAddress.unsafelyUnwrapped
        unsafe self.nodes = nodes.baseAddress.unsafelyUnwrapped
    }

    /// How many nodes there are.
    @inlinable
    @inline(__always)
    var nodeCount: Int { unsafe Int(nodes[0].end) }

    var root: JSONNode { unsafe nodes[0] }

    /// Calls `body` with the index of each element of an array, or of each member's value of an object.
    @inline(__always)
    func forEachChild<Failure: Error>(of container: Int, _ body: (Int) throws(Failure) -> Void) throws(Failure) {
        var child = container + 1
        let end = unsafe Int(nodes[container].end)
        while child < end {
            try body(child)
            child = unsafe nodes[child].next(after: child)
        }
    }

    /// The index of the value of a member of the root, which is an object, or nil where there is no such member.
    ///
    /// To be compiled into the caller, who knows the name: of the comparison little is left then.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - start: the index of the member to look at first. The members before it come last.
    @inlinable
    @inline(__always)
    func member(_ name: StaticString, from start: Int = 1) -> Int? {
        let count = name.utf8CodeUnitCount
        var child = start
        var end = nodeCount
        var isLastPass = start == 1
        while true {
            while child < end {
                let found = unsafe nodes[child].name
                if found.isPlainASCII(ofCount: count) {
                    if unsafe ByteComparison.areEqual(text + Int(found.offset), name.utf8Start, count: count) {
                        return child
                    }
                } else if !found.isPlainASCII, isOther(found, equalTo: name) {
                    return child
                }
                child = unsafe Int(nodes[child].end)
            }
            if isLastPass { return nil }
            isLastPass = true
            end = start
            child = 1
        }
    }

    @usableFromInline
    @inline(never)
    func isOther(_ found: JSONText, equalTo name: StaticString) -> Bool {
        unsafe JSONStrings.isEqual(found, of: text, to: name.utf8Start, count: name.utf8CodeUnitCount)
    }

    /// The text of a name or a string, escapes resolved.
    func string(_ part: JSONText) -> String {
        unsafe JSONStrings.string(part, of: text)
    }

    /// The bytes of a value as they stand.
    func bytes(of index: Int) -> UnsafeBufferPointer<UInt8> {
        let part = unsafe nodes[index].value
        return unsafe UnsafeBufferPointer(start: text + Int(part.offset), count: Int(part.count))
    }

    /// A value with everything in it. Recursion is bounded by the depth that the scanner allows.
    func value(at index: Int) -> JSONValue {
        let node = unsafe nodes[index]
        switch node.kind {
        case .null: return .null
        case .bool: return .bool(node.value.count == 4)
        case .number: return .number(JSONNumber(scanned: string(node.value)))
        case .string: return .string(string(node.value))
        case .array:
            var elements: [JSONValue] = []
            forEachChild(of: index) { elements.append(value(at: $0)) }
            return .array(elements)
        case .object: return .object(object(at: index))
        }
    }

    /// An object with everything in it.
    func object(at index: Int) -> JSONObject {
        var members: [JSONObject.Member] = []
        forEachChild(of: index) { child in
            unsafe members.append(JSONObject.Member(string(nodes[child].name), value(at: child)))
        }
        return JSONObject(scanned: members)
    }
}

/// One value of a JSON text that has been read: where its text is, and which values it holds.
///
/// The nodes of a text are in its order, each container before its contents, so that the contents of a container are
/// the nodes up to its `end`, and the node after a value's contents is its next sibling.
@usableFromInline
struct JSONNode: BitwiseCopyable {
    /// Where the value is in the text: for a string its characters without the quotes, else all of it.
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
