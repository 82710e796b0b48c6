/// Strict base64url without padding, as far as it is told by yes or no. The public `Base64URL` says what is wrong.
///
/// Source: RFC 4648 5 and 3.5; RFC 7515 2.
@usableFromInline
package enum Base64 {
    /// How many bytes after a result may be overwritten: whole registers are stored, however little is left.
    @inlinable
    package static var slack: Int { 16 }

    /// How many characters `byteCount` bytes take: four for three, and two or three for what is left over.
    @inlinable
    @inline(__always)
    package static func encodedByteCount(_ byteCount: Int) -> Int {
        // Four times the number of bytes in memory fits into 64 bits, but not into every `Int`.
        Int((UInt64(truncatingIfNeeded: byteCount) &* 4 &+ 2) / 3)
    }

    /// How many bytes a text of `characterCount` characters gives if it is good.
    @inlinable
    @inline(__always)
    package static func decodedByteCount(_ characterCount: Int) -> Int {
        characterCount / 4 * 3 + characterCount % 4 * 3 / 4
    }

    /// Writes the text for `source` to `destination`, which must have room for ``encodedByteCount(_:)`` bytes and
    /// ``slack``. Fewer than sixteen bytes need no slack. The two must not overlap.
    package static func encode(
        _ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>,
        backend: Backend = .current
    ) {
        unsafe backend.encodeBase64(source, into: destination)
    }

    /// Writes the bytes for `source` to `destination`, which must have room for ``decodedByteCount(_:)`` bytes and
    /// ``slack``. The two must not overlap.
    ///
    /// - Returns: The number of bytes, or nil where the text is not what ``encode(_:into:backend:)`` writes for any bytes.
    package static func decode(
        _ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>,
        backend: Backend = .current
    ) -> Int? {
        let isInAlphabet = unsafe backend.decodeBase64(source, into: destination)
        let count = decodedByteCount(source.count)
        guard isInAlphabet, source.count % 4 != 1, unsafe source.count % 4 == 0 || destination[count] == 0 else {
            return nil
        }
        return count
    }
}
