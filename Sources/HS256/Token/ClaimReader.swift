/// Reads the claims of a token, or the members of its header, by name and type.
///
/// A claim of another type than asked for is an error and never counts as absent. Names are compared byte by byte.
/// The reader lives only as long as the call that hands it over, and cannot be copied out of it.
@safe
public struct ClaimReader: ~Copyable {
    @usableFromInline
    let document: JSONDocument
    /// The index of the member after the one that was asked for last: claims are mostly read in the order in which they
    /// were written, and are found at once then.
    @usableFromInline
    let likely: UnsafeMutablePointer<Int>

    /// Reads `text`, which must be a JSON object, and hands it to `body`.
    ///
    /// Where the text is no JSON object, `refuse` gets the reason instead.
    ///
    /// - Parameter maximumDepth: How many arrays and objects may be nested.
    @inline(__always)
    static func read<Result, Failure: Error>(
        _ text: UnsafeBufferPointer<UInt8>, maximumDepth: Int,
        _ body: (borrowing ClaimReader) throws(Failure) -> Result,
        orElse refuse: (JSONError) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withGrowableBuffer(of: JSONNode.self, capacity: 40) { (nodes) throws(Failure) -> Result in
            do throws(JSONError) {
                unsafe try JSONScanner.scan(text, maximumDepth: maximumDepth, into: &nodes)
                guard nodes[0].kind == .object else { throw .notAnObject }
            } catch {
                return try refuse(error)
            }
            return try read(unsafe JSONDocument(text: text, nodes: nodes.elements), body)
        }
    }

    /// Reads a document, which must be an object.
    @inline(__always)
    static func read<Result, Failure: Error>(
        _ document: JSONDocument, _ body: (borrowing ClaimReader) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var likely = 1
        return unsafe try withUnsafeMutablePointer(to: &likely) { (likely) throws(Failure) -> Result in
            try body(unsafe ClaimReader(document: document, likely: likely))
        }
    }

    private init(document: JSONDocument, likely: UnsafeMutablePointer<Int>) {
        self.document = document
        unsafe self.likely = likely
    }

    /// The nodes of the text, to be kept.
    var nodes: [JSONNode] { unsafe Array(document.nodes) }

    // MARK: What there is

    /// Whether there is a claim of this name, of whatever type.
    @inlinable
    public func contains(_ name: StaticString) -> Bool {
        index(of: name) != nil
    }

    /// The kind of a claim's value, or nil if the claim is absent.
    public func kind(of name: StaticString) -> JSONValue.Kind? {
        index(of: name).map { unsafe document.nodes[$0].kind }
    }

    /// All claims, in the order of the token.
    public var allMembers: JSONObject { document.object(at: 0) }

    /// The claims whose names are none of `names`, in the order of the token.
    package func members(except names: [StaticString]) -> JSONObject {
        var others: [JSONObject.Member] = []
        // Mostly the claims stand in the order of the names, so the search goes on where it has ended.
        var likely = 0
        document.forEachChild(of: 0) { child in
            let isKnown = names.indices.contains { step in
                let index = likely + step < names.count ? likely + step : likely + step - names.count
                let name = names[index]
                guard
                    unsafe JSONStrings.isEqual(
                        document.nodes[child].name, of: document.text, to: name.utf8Start,
                        count: name.utf8CodeUnitCount)
                else { return false }
                likely = index + 1
                return true
            }
            if !isKnown {
                unsafe others.append(.init(document.string(document.nodes[child].name), document.value(at: child)))
            }
        }
        return JSONObject(scanned: others)
    }

    // MARK: Locations

    /// Where the registered claims are.
    @inline(__always)
    func registeredClaims() -> RegisteredClaimLocations { RegisteredClaimLocations(in: document) }

    /// Where the parameters of a header are.
    @inline(__always)
    func headerParameters() -> HeaderParameterLocations { HeaderParameterLocations(in: document) }

    /// Where a claim is, for a caller who wants to know more than one thing about it.
    package func location(of name: StaticString) -> ClaimLocation { ClaimLocation(node: index(of: name) ?? 0) }

    /// The kind of the value at a location, or nil if the claim is absent.
    @inline(__always)
    package func kind(at location: ClaimLocation) -> JSONValue.Kind? {
        location.isPresent ? unsafe document.nodes[location.node].kind : nil
    }

    /// Whether there is a value at a location, it is a string, and it is exactly `text`.
    @inline(__always)
    func isString(at location: ClaimLocation, equalTo text: String) -> Bool {
        location.isPresent && isString(at: location.node, equalTo: text)
    }

    /// A date, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``, ``Finding/Code/dateOutOfRange``.
    @inline(__always)
    func numericDate(_ name: StaticString, at location: ClaimLocation) throws(HS256Error) -> NumericDate? {
        location.isPresent ? try numericDate(name, at: location.node) : nil
    }

    /// An audience, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    func audience(_ name: StaticString, at location: ClaimLocation) throws(HS256Error) -> Audience? {
        location.isPresent ? try audience(name, at: location.node) : nil
    }

    // MARK: Claims that may be absent

    /// A string, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``. One heap allocation if it is longer than 15 bytes.
    @inlinable
    public func stringIfPresent(_ name: StaticString) throws(HS256Error) -> String? {
        guard let index = index(of: name) else { return nil }
        return try string(name, at: index)
    }

    /// `true` or `false`, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    @inlinable
    public func boolIfPresent(_ name: StaticString) throws(HS256Error) -> Bool? {
        guard let index = index(of: name) else { return nil }
        return try bool(name, at: index)
    }

    /// A number, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    public func numberIfPresent(_ name: StaticString) throws(HS256Error) -> JSONNumber? {
        guard let index = index(of: name) else { return nil }
        return JSONNumber(scanned: document.string(try node(name, at: index, of: .number).value))
    }

    /// A date, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``, ``Finding/Code/dateOutOfRange``.
    @inlinable
    public func numericDateIfPresent(_ name: StaticString) throws(HS256Error) -> NumericDate? {
        guard let index = index(of: name) else { return nil }
        return try numericDate(name, at: index)
    }

    @usableFromInline
    func string(_ name: StaticString, at index: Int) throws(HS256Error) -> String {
        document.string(try node(name, at: index, of: .string).value)
    }

    @usableFromInline
    func bool(_ name: StaticString, at index: Int) throws(HS256Error) -> Bool {
        // `true` has four letters.
        try node(name, at: index, of: .bool).value.count == 4
    }

    @usableFromInline
    func numericDate(_ name: StaticString, at index: Int) throws(HS256Error) -> NumericDate {
        guard unsafe document.nodes[index].kind == .number else { throw wrongType(name, at: index, expected: .number) }
        do throws(NumericDate.RangeError) {
            return unsafe try NumericDate(number: document.bytes(of: index))
        } catch {
            throw HS256Error(.dateOutOfRange(name.description, likelyMilliseconds: error == .milliseconds))
        }
    }

    /// An audience, a string or an array of strings, or nil if the claim is absent.
    ///
    /// - Throws: ``Finding/Code/claimWrongType``.
    public func audienceIfPresent(_ name: StaticString) throws(HS256Error) -> Audience? {
        guard let index = index(of: name) else { return nil }
        return try audience(name, at: index)
    }

    private func audience(_ name: StaticString, at index: Int) throws(HS256Error) -> Audience {
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
    public func objectIfPresent(_ name: StaticString) throws(HS256Error) -> JSONObject? {
        guard let index = index(of: name) else { return nil }
        guard unsafe document.nodes[index].kind == .object else { throw wrongType(name, at: index, expected: .object) }
        return document.object(at: index)
    }

    /// A value of any kind, or nil if the claim is absent.
    public func valueIfPresent(_ name: StaticString) -> JSONValue? {
        index(of: name).map { document.value(at: $0) }
    }

    // MARK: Claims that must be there

    /// A string.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    @inlinable
    public func string(_ name: StaticString) throws(HS256Error) -> String {
        guard let index = index(of: name) else { throw missing(name) }
        return try string(name, at: index)
    }

    /// `true` or `false`.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    @inlinable
    public func bool(_ name: StaticString) throws(HS256Error) -> Bool {
        guard let index = index(of: name) else { throw missing(name) }
        return try bool(name, at: index)
    }

    /// A number.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    public func number(_ name: StaticString) throws(HS256Error) -> JSONNumber {
        try present(name, numberIfPresent(name))
    }

    /// A date.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``,
    ///   ``Finding/Code/dateOutOfRange``.
    @inlinable
    public func numericDate(_ name: StaticString) throws(HS256Error) -> NumericDate {
        guard let index = index(of: name) else { throw missing(name) }
        return try numericDate(name, at: index)
    }

    /// An object.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType``.
    public func object(_ name: StaticString) throws(HS256Error) -> JSONObject {
        try present(name, objectIfPresent(name))
    }

    // MARK: Without copies

    /// Whether a claim is there, is a string, and is exactly `text`. Allocates nothing.
    public func isString(_ name: StaticString, equalTo text: String) -> Bool {
        guard let index = index(of: name) else { return false }
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

    /// Whether there is a value at a location, it is a string, and it is exactly `text`, which must not be empty.
    package func isString(at location: ClaimLocation, equalTo text: StaticString) -> Bool {
        guard kind(at: location) == .string else { return false }
        return unsafe JSONStrings.isEqual(
            document.nodes[location.node].value, of: document.text, to: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// How many bytes the string at a location has in the text, before its escapes are resolved, or nil if it is no
    /// string.
    package func byteCount(at location: ClaimLocation) -> Int? {
        guard kind(at: location) == .string else { return nil }
        return unsafe Int(document.nodes[location.node].value.count)
    }

    private func present<Value>(_ name: StaticString, _ value: Value?) throws(HS256Error) -> Value {
        guard let value else { throw missing(name) }
        return value
    }

    @usableFromInline
    @inline(never)
    func missing(_ name: StaticString) -> HS256Error { .claimMissing(name.description) }

    private func node(
        _ name: StaticString, at index: Int, of kind: JSONValue.Kind
    ) throws(HS256Error) -> JSONNode {
        let node = unsafe document.nodes[index]
        guard node.kind == kind else { throw wrongType(name, at: index, expected: kind) }
        return node
    }

    private func wrongType(_ name: StaticString, at index: Int, expected: JSONValue.Kind) -> HS256Error {
        unsafe HS256Error(.claimWrongType(name.description, expected: expected, found: document.nodes[index].kind))
    }

    @inlinable
    @inline(__always)
    func index(of name: StaticString) -> Int? {
        precondition(name.hasPointerRepresentation, "a claim's name is a string literal")
        guard let index = unsafe document.member(name, from: likely.pointee) else { return nil }
        unsafe likely.pointee = Int(document.nodes[index].end)
        return index
    }
}
