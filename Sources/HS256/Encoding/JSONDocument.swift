/// A JSON text together with its nodes, as ``JSONScanner`` has left them. Valid as long as both are.
@safe
struct JSONDocument {
    let text: UnsafePointer<UInt8>
    let nodes: UnsafeBufferPointer<JSONNode>

    @unsafe
    init(text: UnsafeBufferPointer<UInt8>, nodes: UnsafeBufferPointer<JSONNode>) {
        precondition(text.count > 0 && nodes.count > 0, "a document has been scanned")
        unsafe self.text = text.baseAddress.unsafelyUnwrapped
        unsafe self.nodes = nodes
    }

    var root: JSONNode { unsafe nodes[0] }

    /// Calls `body` with the index of each element of an array, or of each member's value of an object.
    @inline(__always)
    func forEachChild<Failure: Error>(of container: Int, _ body: (Int) throws(Failure) -> Void) throws(Failure) {
        var child = container + 1
        let end = unsafe Int(nodes[container].end)
        while child < end {
            try body(child)
            child = unsafe Int(nodes[child].end)
        }
    }

    /// The index of the value of a member of the root, which is an object, or nil where there is no such member.
    @inline(__always)
    func member(_ name: UnsafePointer<UInt8>, count: Int) -> Int? {
        var child = 1
        while unsafe child < nodes.count {
            if unsafe JSONStrings.isEqual(nodes[child].name, of: text, to: name, count: count) { return child }
            child = unsafe Int(nodes[child].end)
        }
        return nil
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
