/// Reads the claims of a token, or the members of its header, by name and type.
///
/// A claim of another type than asked for is an error and never counts as absent. Names are compared byte by byte.
/// The reader lives only as long as the call that hands it over, and cannot be copied out of it.
@safe
public struct ClaimReader: ~Copyable {
    @usableFromInline
    let document: JSONDocument
    @usableFromInline
    let places: ClaimPlaces
    /// The index of the node at which a search by name begins: the one after the member that was found last. Claims are
    /// mostly read in the order in which they were written, and are found at once then.
    @usableFromInline
    let likely: UnsafeMutablePointer<Int32>

    /// Reads a document, which must be an object, and must outlive the reader, as places and scratch memory must.
    @inline(__always)
    init(_ document: JSONDocument, _ places: ClaimPlaces, _ scratch: inout Scratch) {
        self.document = document
        self.places = places
        unsafe likely = scratch.take(1, of: Int32.self)
        unsafe likely.initialize(to: 1)
    }

    /// Reads `text`, which must be a JSON object.
    ///
    /// - Parameters:
    ///   - text: The text. Must outlive the reader.
    ///   - table: The names that have a row.
    ///   - maximumDepth: How many arrays and objects may be nested.
    ///   - scratch: Where everything goes. Must outlive the reader too.
    /// - Throws: Why the text is not a JSON object.
    @unsafe
    @inline(__always)
    init(
        _ text: UnsafeBufferPointer<UInt8>, _ table: ClaimTable, maximumDepth: Int, in scratch: inout Scratch
    ) throws(JSONError) {
        let document = unsafe try JSONScanner.scan(text, maximumDepth: maximumDepth, in: &scratch)
        guard document.root.kind == .object else { throw .notAnObject }
        self.init(document, table.places(in: document, &scratch), &scratch)
    }

    // MARK: What there is

    /// Whether there is a claim of this name, of whatever type.
    @inlinable
    public func contains(_ name: ClaimName) -> Bool {
        place(of: name) != nil
    }

    /// The kind of a claim's value, or nil if the claim is absent.
    public func kind(of name: ClaimName) -> JSONValue.Kind? {
        place(of: name).map { unsafe document.nodes[$0].kind }
    }

    /// All claims, in the order of the token.
    public var allMembers: JSONObject { document.object(at: 0) }

    /// The claims that have no meaning in the table, in the order of the token.
    package var otherMembers: JSONObject {
        if places.otherCount == 0 { return JSONObject() }
        var others: [JSONObject.Member] = []
        document.forEachChild(of: 0) { child in
            if places.isKnown(child) { return }
            unsafe others.append(.init(document.string(document.nodes[child].name), document.value(at: child)))
        }
        return JSONObject(scanned: others)
    }

    /// The name of the first member for which a condition holds. Makes no values.
    package func firstName(where isSought: (String) -> Bool) -> String? {
        var found: String?
        document.forEachChild(of: 0) { child in
            guard found == nil else { return }
            let name = unsafe document.string(document.nodes[child].name)
            if isSought(name) { found = name }
        }
        return found
    }

    /// The name of the first member that is an object with a member of some name. Makes no values.
    package func nameOfObject(with name: String) -> String? {
        var found: String?
        document.forEachChild(of: 0) { child in
            guard found == nil, unsafe document.nodes[child].kind == .object else { return }
            document.forEachChild(of: child) { inner in
                guard unsafe document.string(document.nodes[inner].name).hasSameBytes(as: name) else { return }
                found = unsafe document.string(document.nodes[child].name)
            }
        }
        return found
    }

    // MARK: Claims that may be absent

    /// A string, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``. One heap allocation if it is longer than 15 bytes.
    @inlinable
    public func stringIfPresent(_ name: ClaimName) throws(HS256Error) -> String? {
        guard let index = place(ofLiteral: name) else { return nil }
        return try string(name, at: index)
    }

    /// `true` or `false`, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    @inlinable
    public func boolIfPresent(_ name: ClaimName) throws(HS256Error) -> Bool? {
        guard let index = place(ofLiteral: name) else { return nil }
        return try bool(name, at: index)
    }

    /// A number, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    public func numberIfPresent(_ name: ClaimName) throws(HS256Error) -> JSONNumber? {
        guard let index = place(of: name) else { return nil }
        return JSONNumber(scanned: document.string(try node(name, at: index, of: .number).value))
    }

    /// A date, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``, ``Finding/Code/dateOutOfRange``.
    @inlinable
    public func numericDateIfPresent(_ name: ClaimName) throws(HS256Error) -> NumericDate? {
        guard let index = place(ofLiteral: name) else { return nil }
        return try numericDate(name, at: index)
    }

    @usableFromInline
    func string(_ name: ClaimName, at index: Int) throws(HS256Error) -> String {
        document.string(try node(name, at: index, of: .string).value)
    }

    @usableFromInline
    func bool(_ name: ClaimName, at index: Int) throws(HS256Error) -> Bool {
        // `true` has four letters.
        try node(name, at: index, of: .bool).value.count == 4
    }

    @usableFromInline
    func numericDate(_ name: ClaimName, at index: Int) throws(HS256Error) -> NumericDate {
        guard unsafe document.nodes[index].kind == .number else { throw wrongType(name, at: index, expected: .number) }
        do throws(NumericDate.RangeError) {
            return unsafe try NumericDate(number: document.bytes(of: index))
        } catch {
            throw HS256Error(.dateOutOfRange(name.description, likelyUnit: error.unit))
        }
    }

    /// An audience, a string or an array of strings, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    public func audienceIfPresent(_ name: ClaimName) throws(HS256Error) -> Audience? {
        guard let index = place(of: name) else { return nil }
        return try audience(name, at: index)
    }

    private func audience(_ name: ClaimName, at index: Int) throws(HS256Error) -> Audience {
        let node = unsafe document.nodes[index]
        if node.kind == .string { return Audience([document.string(node.value)]) }
        guard node.kind == .array else { throw wrongType(name, at: index, expected: .array) }
        var recipients: [String] = []
        try document.forEachChild(of: index) { (child) throws(HS256Error) in
            guard unsafe document.nodes[child].kind == .string else {
                throw wrongType(name, at: child, expected: .string)
            }
            unsafe recipients.append(document.string(document.nodes[child].value))
        }
        return Audience(recipients)
    }

    /// An object, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    public func objectIfPresent(_ name: ClaimName) throws(HS256Error) -> JSONObject? {
        guard let index = place(of: name) else { return nil }
        guard unsafe document.nodes[index].kind == .object else { throw wrongType(name, at: index, expected: .object) }
        return document.object(at: index)
    }

    /// A value of any kind, or nil if the claim is absent.
    @inline(never)
    public func valueIfPresent(_ name: ClaimName) -> JSONValue? {
        place(of: name).map { document.value(at: $0) }
    }

    // MARK: Claims that must be there

    /// A string.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    @inlinable
    public func string(_ name: ClaimName) throws(HS256Error) -> String {
        guard let index = place(ofLiteral: name) else { throw missing(name) }
        return try string(name, at: index)
    }

    /// `true` or `false`.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    @inlinable
    public func bool(_ name: ClaimName) throws(HS256Error) -> Bool {
        guard let index = place(ofLiteral: name) else { throw missing(name) }
        return try bool(name, at: index)
    }

    /// A number.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    public func number(_ name: ClaimName) throws(HS256Error) -> JSONNumber {
        try present(name, numberIfPresent(name))
    }

    /// A date.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``,
    ///   ``Finding/Code/dateOutOfRange``.
    @inlinable
    public func numericDate(_ name: ClaimName) throws(HS256Error) -> NumericDate {
        guard let index = place(ofLiteral: name) else { throw missing(name) }
        return try numericDate(name, at: index)
    }

    /// An object.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    public func object(_ name: ClaimName) throws(HS256Error) -> JSONObject {
        try present(name, objectIfPresent(name))
    }

    // MARK: Without copies

    /// Whether a claim is there, is a string, and is exactly `text`. Allocates nothing.
    public func isString(_ name: ClaimName, equalTo text: String) -> Bool {
        guard let index = place(of: name) else { return false }
        return isString(at: index, equalTo: text)
    }

    private func isString(at index: Int, equalTo text: String) -> Bool {
        guard unsafe document.nodes[index].kind == .string else { return false }
        return unsafe withUTF8(of: text) { bytes in
            guard let start = bytes.baseAddress else { return unsafe document.nodes[index].value.count == 0 }
            return unsafe JSONStrings.isEqual(
                document.nodes[index].value, of: document.text, to: start, count: bytes.count)
        }
    }

    /// Whether a claim is there, is a string, and is exactly `text`, which must not be empty.
    package func isString(_ name: ClaimName, equalTo text: StaticString) -> Bool {
        guard let index = place(of: name), unsafe document.nodes[index].kind == .string else { return false }
        return unsafe JSONStrings.isEqual(
            document.nodes[index].value, of: document.text, to: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// The kind of a claim's value, and how many bytes it has in the text, escapes not resolved; nil if it is absent.
    package func form(of name: ClaimName) -> (kind: JSONValue.Kind, byteCount: Int)? {
        guard let index = place(of: name) else { return nil }
        return unsafe (document.nodes[index].kind, Int(document.nodes[index].value.count))
    }

    private func present<Value>(_ name: ClaimName, _ value: Value?) throws(HS256Error) -> Value {
        guard let value else { throw missing(name) }
        return value
    }

    @usableFromInline
    @inline(never)
    func missing(_ name: ClaimName) -> HS256Error { .claimMissing(name.description) }

    private func node(
        _ name: ClaimName, at index: Int, of kind: JSONValue.Kind
    ) throws(HS256Error) -> JSONNode {
        let node = unsafe document.nodes[index]
        guard node.kind == kind else { throw wrongType(name, at: index, expected: kind) }
        return node
    }

    private func wrongType(_ name: ClaimName, at index: Int, expected: JSONValue.Kind) -> HS256Error {
        unsafe HS256Error(.claimWrongType(name.description, expected: expected, found: document.nodes[index].kind))
    }

    /// The index of the node of a claim's value, or nil if the claim is absent.
    @inlinable
    @inline(__always)
    func place(of name: ClaimName) -> Int? {
        name.row == 0 ? searched(name.text) : place(inRow: name.row)
    }

    /// The same, with the search in the caller: faster, where the name is a literal that the compiler sees.
    @inlinable
    @inline(__always)
    func place(ofLiteral name: ClaimName) -> Int? {
        name.row == 0 ? search(name.text) : place(inRow: name.row)
    }

    @inlinable
    @inline(__always)
    func place(inRow row: Int) -> Int? {
        let index = places[row]
        return index == 0 ? nil : index
    }

    @usableFromInline
    @inline(never)
    func searched(_ name: StaticString) -> Int? { search(name) }

    @inlinable
    @inline(__always)
    func search(_ name: StaticString) -> Int? {
        precondition(name.hasPointerRepresentation, "a claim's name is a string literal")
        guard let index = unsafe document.member(name, from: Int(likely.pointee)) else { return nil }
        unsafe likely.pointee = document.nodes[index].end
        return index
    }
}
