/// Reads the claims of a token, or the members of its header, by name and type.
///
/// A claim of another type than asked for is an error and never counts as absent. Names are compared byte by byte.
/// The reader lives only as long as the call that hands it over, and cannot be copied out of it.
@safe
public struct ClaimReader: ~Copyable {
    @usableFromInline
    let document: JSONDocument
    /// The index of the member behind the one that was asked for last: claims are mostly read in the order in which they
    /// were written, and are found at once then.
    @usableFromInline
    let likely: UnsafeMutablePointer<Int>

    /// Reads `text`, which must be a JSON object, and hands it to `body`.
    ///
    /// `body` gets an error instead where the text is no JSON object.
    ///
    /// - Parameter special: the special bytes of the text, if they are known.
    @inline(__always)
    static func read<Result, Failure: Error>(
        _ text: UnsafeBufferPointer<UInt8>, special: SpecialBytes? = nil,
        _ body: (borrowing ClaimReader) throws(Failure) -> Result,
        orElse refuse: (JSONError) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withGrowableBuffer(of: JSONNode.self, capacity: 40) { (nodes) throws(Failure) -> Result in
            do throws(JSONError) {
                unsafe try JSONScanner.scan(text, special: special, into: &nodes)
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

    /// The kind of a claim's value, or nil where there is no such claim.
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

    // MARK: Places

    /// Where the registered claims stand.
    @inline(__always)
    func registeredClaims() -> RegisteredPlaces { RegisteredPlaces(in: document) }

    /// Where the parameters of a header stand.
    @inline(__always)
    func headerParameters() -> HeaderPlaces { HeaderPlaces(in: document) }

    /// Where a claim stands: for those who want to know more than one thing about it.
    package func place(of name: StaticString) -> ClaimPlace { ClaimPlace(node: index(of: name) ?? 0) }

    /// The kind of the value at a place, or nil where there is no such claim.
    @inline(__always)
    package func kind(at place: ClaimPlace) -> JSONValue.Kind? {
        place.isPresent ? unsafe document.nodes[place.node].kind : nil
    }

    /// Whether there is a value at a place, it is a string, and it is exactly `text`.
    @inline(__always)
    func isString(at place: ClaimPlace, equalTo text: String) -> Bool {
        place.isPresent && isString(at: place.node, equalTo: text)
    }

    /// A date, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``, ``JWTError/dateOutOfRange(_:likelyMilliseconds:)``.
    @inline(__always)
    func numericDate(_ name: StaticString, at place: ClaimPlace) throws(JWTError) -> NumericDate? {
        place.isPresent ? try numericDate(name, at: place.node) : nil
    }

    /// An audience, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``.
    func audience(_ name: StaticString, at place: ClaimPlace) throws(JWTError) -> Audience? {
        place.isPresent ? try audience(name, at: place.node) : nil
    }

    // MARK: Claims that may be absent

    /// A string, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``. One heap allocation if it is longer than 15 bytes.
    @inlinable
    public func stringIfPresent(_ name: StaticString) throws(JWTError) -> String? {
        guard let index = index(of: name) else { return nil }
        return try string(name, at: index)
    }

    /// `true` or `false`, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``.
    @inlinable
    public func boolIfPresent(_ name: StaticString) throws(JWTError) -> Bool? {
        guard let index = index(of: name) else { return nil }
        return try bool(name, at: index)
    }

    /// A number, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``.
    public func numberIfPresent(_ name: StaticString) throws(JWTError) -> JSONNumber? {
        guard let index = index(of: name) else { return nil }
        return JSONNumber(scanned: document.string(try node(name, at: index, of: .number).value))
    }

    /// A date, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``, ``JWTError/dateOutOfRange(_:likelyMilliseconds:)``.
    @inlinable
    public func numericDateIfPresent(_ name: StaticString) throws(JWTError) -> NumericDate? {
        guard let index = index(of: name) else { return nil }
        return try numericDate(name, at: index)
    }

    @usableFromInline
    func string(_ name: StaticString, at index: Int) throws(JWTError) -> String {
        document.string(try node(name, at: index, of: .string).value)
    }

    @usableFromInline
    func bool(_ name: StaticString, at index: Int) throws(JWTError) -> Bool {
        // `true` has four letters.
        try node(name, at: index, of: .bool).value.count == 4
    }

    @usableFromInline
    func numericDate(_ name: StaticString, at index: Int) throws(JWTError) -> NumericDate {
        guard unsafe document.nodes[index].kind == .number else { throw wrongType(name, at: index, expected: .number) }
        do throws(NumericDate.RangeError) {
            return unsafe try NumericDate(number: document.bytes(of: index))
        } catch {
            throw .dateOutOfRange(name.description, likelyMilliseconds: error == .milliseconds)
        }
    }

    /// An audience, a string or an array of strings, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``.
    public func audienceIfPresent(_ name: StaticString) throws(JWTError) -> Audience? {
        guard let index = index(of: name) else { return nil }
        return try audience(name, at: index)
    }

    private func audience(_ name: StaticString, at index: Int) throws(JWTError) -> Audience {
        let node = unsafe document.nodes[index]
        if node.kind == .string { return Audience([document.string(node.value)]) }
        guard node.kind == .array else { throw wrongType(name, at: index, expected: .array) }
        var recipients: [String] = []
        try document.forEachChild(of: index) { (child) throws(JWTError) in
            guard unsafe document.nodes[child].kind == .string else {
                throw wrongType(name, at: child, expected: .string)
            }
            unsafe recipients.append(document.string(document.nodes[child].value))
        }
        return Audience(recipients)
    }

    /// An object, or nil where there is no such claim.
    ///
    /// - Throws: ``JWTError/claimWrongType(_:expected:found:)``.
    public func objectIfPresent(_ name: StaticString) throws(JWTError) -> JSONObject? {
        guard let index = index(of: name) else { return nil }
        guard unsafe document.nodes[index].kind == .object else { throw wrongType(name, at: index, expected: .object) }
        return document.object(at: index)
    }

    /// A value of any kind, or nil where there is no such claim.
    public func valueIfPresent(_ name: StaticString) -> JSONValue? {
        index(of: name).map { document.value(at: $0) }
    }

    // MARK: Claims that must be there

    /// A string.
    ///
    /// - Throws: ``JWTError/claimMissing(_:)``, ``JWTError/claimWrongType(_:expected:found:)``.
    @inlinable
    public func string(_ name: StaticString) throws(JWTError) -> String {
        guard let index = index(of: name) else { throw missing(name) }
        return try string(name, at: index)
    }

    /// `true` or `false`.
    ///
    /// - Throws: ``JWTError/claimMissing(_:)``, ``JWTError/claimWrongType(_:expected:found:)``.
    @inlinable
    public func bool(_ name: StaticString) throws(JWTError) -> Bool {
        guard let index = index(of: name) else { throw missing(name) }
        return try bool(name, at: index)
    }

    /// A number.
    ///
    /// - Throws: ``JWTError/claimMissing(_:)``, ``JWTError/claimWrongType(_:expected:found:)``.
    public func number(_ name: StaticString) throws(JWTError) -> JSONNumber {
        try present(name, numberIfPresent(name))
    }

    /// A date.
    ///
    /// - Throws: ``JWTError/claimMissing(_:)``, ``JWTError/claimWrongType(_:expected:found:)``,
    ///   ``JWTError/dateOutOfRange(_:likelyMilliseconds:)``.
    @inlinable
    public func numericDate(_ name: StaticString) throws(JWTError) -> NumericDate {
        guard let index = index(of: name) else { throw missing(name) }
        return try numericDate(name, at: index)
    }

    /// An object.
    ///
    /// - Throws: ``JWTError/claimMissing(_:)``, ``JWTError/claimWrongType(_:expected:found:)``.
    public func object(_ name: StaticString) throws(JWTError) -> JSONObject {
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

    /// Whether there is a value at a place, it is a string, and it is exactly `text`, which must not be empty.
    package func isString(at place: ClaimPlace, equalTo text: StaticString) -> Bool {
        guard kind(at: place) == .string else { return false }
        return unsafe JSONStrings.isEqual(
            document.nodes[place.node].value, of: document.text, to: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// How many bytes the string at a place has as it stands in the text, escapes not resolved; nil where there is none.
    package func byteCount(at place: ClaimPlace) -> Int? {
        guard kind(at: place) == .string else { return nil }
        return unsafe Int(document.nodes[place.node].value.count)
    }

    private func present<Value>(_ name: StaticString, _ value: Value?) throws(JWTError) -> Value {
        guard let value else { throw missing(name) }
        return value
    }

    @usableFromInline
    @inline(never)
    func missing(_ name: StaticString) -> JWTError { .claimMissing(name.description) }

    private func node(
        _ name: StaticString, at index: Int, of kind: JSONValue.Kind
    ) throws(JWTError) -> JSONNode {
        let node = unsafe document.nodes[index]
        guard node.kind == kind else { throw wrongType(name, at: index, expected: kind) }
        return node
    }

    private func wrongType(_ name: StaticString, at index: Int, expected: JSONValue.Kind) -> JWTError {
        unsafe .claimWrongType(name.description, expected: expected, found: document.nodes[index].kind)
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
