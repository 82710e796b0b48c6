import HS256X86

/// Base64url without padding, strict both ways.
///
/// One text for given bytes and the other way round: `=`, `+`, `/`, white space, every other character outside the
/// alphabet, a length of 1 modulo 4 and non-zero bits after the last byte are refused.
///
/// Both directions work without tables and without branches on the data, so secrets do not show in the time they take.
///
/// Source: RFC 4648 5, 3.2, 3.3 and 3.5; RFC 7515 2.
public enum Base64URL {
    /// The text for some bytes. One heap allocation, the text.
    ///
    /// - Parameter bytes: any bytes. Copied first if they are not contiguous in memory.
    public static func encode(_ bytes: some Sequence<UInt8>) -> String {
        if let text = bytes.withContiguousStorageIfAvailable(unsafe text(for:)) { return text }
        return unsafe Array(bytes).withUnsafeBufferPointer(unsafe text(for:))
    }

    /// The bytes for a text.
    ///
    /// - Parameter text: base64url without padding.
    /// - Throws: ``Base64URLError``, for everything that ``encode(_:)`` would not have written.
    public static func decode(_ text: String) throws(Base64URLError) -> [UInt8] {
        unsafe try withUTF8(of: text) { (text) throws(Base64URLError) -> [UInt8] in
            // An array of no capacity is one that all threads share, and making it writes to it.
            if text.isEmpty { return [] }
            let count = decodedByteCount(text.count)
            return unsafe try [UInt8](unsafeUninitializedCapacity: count + slack) {
                (buffer, initializedCount) throws(Base64URLError) in
                guard let destination = buffer.baseAddress else { return }
                unsafe try decode(text, into: destination)
                initializedCount = count
            }
        }
    }

    /// How many bytes behind a result may be written to: whole vectors are stored, whatever is left.
    static var slack: Int { Base64X86.vectorByteCount }

    private static func text(for bytes: UnsafeBufferPointer<UInt8>) -> String {
        let count = encodedByteCount(bytes.count)
        // A text that fits into the string itself is written without slack.
        let room = bytes.count < Base64X86.vectorByteCount ? count : count + slack
        return unsafe String(unsafeUninitializedCapacity: room) { buffer in
            guard let destination = buffer.baseAddress else { return 0 }
            unsafe encode(bytes, into: destination)
            return count
        }
    }
}
