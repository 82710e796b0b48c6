/// A JSON text together with its nodes, as ``JSONScanner`` has left them. Valid as long as both are.
@safe
@usableFromInline
struct JSONDocument {
    @usableFromInline
    let text: UnsafePointer<UInt8>
    @usableFromInline
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
        var end = unsafe nodes.count
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
