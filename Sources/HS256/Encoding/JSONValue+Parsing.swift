extension JSONValue {
    /// Reads a JSON text, strictly.
    ///
    /// - Parameter text: the whole text in UTF-8, under 2 GiB, with arrays and objects at most 32 deep.
    /// - Throws: ``JSONError`` for everything that RFC 8259 does not allow, and for duplicate names, a byte-order mark,
    ///   lone surrogates and too much depth.
    public init(parsing text: some Sequence<UInt8>) throws(JSONError) {
        self = unsafe try Array(text).withUnsafeBufferPointer { (text) throws(JSONError) -> JSONValue in
            try withGrowableBuffer(of: JSONNode.self, capacity: 32) { (nodes) throws(JSONError) -> JSONValue in
                unsafe try JSONScanner.scan(text, into: &nodes)
                return unsafe JSONDocument(text: text, nodes: nodes.elements).value(at: 0)
            }
        }
    }

    /// Reads a JSON text, strictly; see ``init(parsing:)-(Sequence<UInt8>)``.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: text.utf8)
    }
}
