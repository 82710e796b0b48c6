/// Writes the claims of a token as members of one JSON object, in the order of the calls.
///
/// The names of one object must differ; a ``ClaimSet`` is written by its author, who sees them all. Values that are nil
/// are left out, as JWTs have no use for `null`.
public struct ClaimWriter: ~Copyable {
    @usableFromInline
    var writer: JSONWriter

    /// The JSON text of what `body` writes, lent to `use`.
    ///
    /// - Parameter maximumDepth: How many arrays and objects may be nested, the object of the claims included.
    /// - Throws: ``Finding/Code/claimsTooDeep``, and what the closures throw.
    @inline(__always)
    static func withText<Result>(
        maximumDepth: Int, _ body: (inout ClaimWriter) throws(HS256Error) -> Void,
        use: (UnsafeBufferPointer<UInt8>) throws(HS256Error) -> Result
    ) throws(HS256Error) -> Result {
        unsafe try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) {
            (memory: UnsafeMutableBufferPointer<UInt8>) throws(HS256Error) -> Result in
            // Large claims move to the heap once, unless they are very large.
            var claims = unsafe ClaimWriter(
                writer: JSONWriter(
                    into: GrowableBuffer(lent: memory, heapCapacity: 8_192), depth: 1, maximumDepth: maximumDepth))
            try body(&claims)
            if claims.writer.isTooDeep { throw HS256Error(.claimsTooDeep(limit: maximumDepth)) }
            claims.writer.close(objectFrom: 0)
            return unsafe try use(claims.writer.buffer.elements)
        }
    }

    private init(writer: consuming JSONWriter) {
        self.writer = writer
    }

    /// Writes a string, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        writer.write(name: name)
        writer.write(value)
    }

    /// Writes `true` or `false`, unless the value is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        writer.write(name: name)
        writer.write(value)
    }

    /// Writes a whole number, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: StaticString, _ value: Int64?) {
        guard let value else { return }
        writer.write(name: name)
        writer.write(value)
    }

    /// Writes a date as whole seconds, a fraction rounded down, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: StaticString, _ value: NumericDate?) {
        write(name, value?.unixSeconds)
    }

    /// Writes an audience, one recipient as a string and others as an array, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: StaticString, _ value: Audience?) {
        guard let recipients = value?.recipients else { return }
        write(name, recipients.count == 1 ? .string(recipients[0]) : .array(recipients.map { .string($0) }))
    }

    /// Writes any JSON value, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: StaticString, _ value: JSONValue?) {
        guard let value else { return }
        writer.write(name: name)
        writer.write(value)
    }

    /// Writes an object, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: StaticString, _ value: JSONObject?) {
        guard let value else { return }
        writer.write(name: name)
        writer.write(value)
    }

    /// Writes all members of an object as claims; their names must differ from those of the other claims.
    public mutating func write(membersOf object: JSONObject) {
        writer.writeMembers(of: object)
    }
}
