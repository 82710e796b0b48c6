/// Writes the claims of a token as members of one JSON object, in the order of the calls.
///
/// The names of one object must differ; a ``ClaimSet`` is written by its author, who sees them all. Values that are nil
/// are left out, as JWTs have no use for `null`.
public struct ClaimWriter: ~Copyable {
    @usableFromInline
    var writer: JSONWriter

    /// A writer that begins in lent memory, which must outlive it. Large claims move to the heap once, unless they are
    /// very large.
    @unsafe
    @usableFromInline
    init(in memory: UnsafeMutableBufferPointer<UInt8>) {
        writer = unsafe JSONWriter(
            into: GrowableBuffer(lent: memory, heapCapacity: 8_192), depth: 1,
            maximumDepth: TokenLimits.depths.upperBound)
    }

    /// The JSON text of the claims, for as long as the writer lives.
    ///
    /// - Parameter maximumDepth: How many arrays and objects may be nested, the object of the claims included.
    /// - Throws: ``Finding/Code/claimsTooDeep``.
    @inline(__always)
    mutating func finish(maximumDepth: Int) throws(HS256Error) -> UnsafeBufferPointer<UInt8> {
        guard writer.deepest <= maximumDepth else { throw HS256Error(.claimsTooDeep(limit: maximumDepth)) }
        writer.close(objectFrom: 0)
        return unsafe writer.buffer.elements
    }

    /// Writes a string, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: ClaimName, _ value: String?) {
        guard let value else { return }
        writer.write(name: name.text)
        writer.write(value)
    }

    /// Writes `true` or `false`, unless the value is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: ClaimName, _ value: Bool?) {
        guard let value else { return }
        writer.write(name: name.text)
        writer.write(value)
    }

    /// Writes a whole number, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: ClaimName, _ value: Int64?) {
        guard let value else { return }
        writer.write(name: name.text)
        writer.write(value)
    }

    /// Writes a date as whole seconds, a fraction rounded down, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: ClaimName, _ value: NumericDate?) {
        write(name, value?.unixSeconds)
    }

    /// Writes an audience, one recipient as a string and others as an array, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: ClaimName, _ value: Audience?) {
        guard let recipients = value?.recipients else { return }
        write(name, recipients.count == 1 ? .string(recipients[0]) : .array(recipients.map { .string($0) }))
    }

    /// Writes any JSON value, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: ClaimName, _ value: JSONValue?) {
        guard let value else { return }
        writer.write(name: name.text)
        writer.write(value)
    }

    /// Writes an object, unless it is nil.
    @inlinable
    @inline(__always)
    public mutating func write(_ name: ClaimName, _ value: JSONObject?) {
        guard let value else { return }
        writer.write(name: name.text)
        writer.write(value)
    }

    /// Writes all members of an object as claims; their names must differ from those of the other claims.
    public mutating func write(membersOf object: JSONObject) {
        writer.writeMembers(of: object)
    }
}
