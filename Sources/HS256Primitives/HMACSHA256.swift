/// HMAC with SHA-256.
///
/// ```swift
/// let key = HMACSHA256.Key(secretBytes)
/// let code = HMACSHA256.authenticationCode(for: message, using: key)
/// HMACSHA256.isValidAuthenticationCode(received, authenticating: message, using: key)
/// ```
///
/// Source: FIPS 198-1 4 and 6; RFC 2104.
public enum HMACSHA256 {
    /// The authentication code of a message. No heap allocation.
    ///
    /// - Parameters:
    ///   - message: Any bytes. Copied first if they are not contiguous in memory.
    ///   - key: The secret.
    public static func authenticationCode(for message: some Sequence<UInt8>, using key: Key) -> AuthenticationCode {
        unsafe message.withContiguousStorageIfAvailable { unsafe key.code(for: $0) }
            ?? Array(message).withUnsafeBufferPointer { unsafe key.code(for: $0) }
    }

    /// Whether `code` is the authentication code of a message, compared in constant time.
    ///
    /// - Parameters:
    ///   - code: 32 bytes that claim to be the code. Any other number of bytes is not valid: a code is never truncated
    ///     (RFC 7518 3.2).
    ///   - message: Any bytes.
    ///   - key: The secret.
    public static func isValidAuthenticationCode(
        _ code: some Collection<UInt8>, authenticating message: some Sequence<UInt8>, using key: Key
    ) -> Bool {
        guard let claimed = AuthenticationCode(code) else { return false }
        return claimed == authenticationCode(for: message, using: key)
    }
}

extension HMACSHA256 {
    /// The 32 bytes that authenticate a message. Compares in constant time.
    public struct AuthenticationCode: Sendable, Hashable {
        private let words: SIMD8<UInt32>

        init(words: SIMD8<UInt32>) {
            self.words = words
        }

        /// A code that was received: 32 bytes in memory, at any alignment.
        @unsafe
        package init(reading bytes: UnsafeRawPointer) {
            words = unsafe bytes.loadUnaligned(as: SIMD8<UInt32>.self).bigEndianLanes
        }

        /// The code's bytes, in the order of memory.
        var bigEndianWords: SIMD8<UInt32> { words.bigEndianLanes }

        /// A code that was received.
        ///
        /// - Parameter bytes: 32 bytes; with any other number the result is nil.
        public init?(_ bytes: some Collection<UInt8>) {
            guard bytes.count == SHA256.byteCount else { return nil }
            var words = SIMD8<UInt32>()
            for (index, byte) in bytes.enumerated() {
                words[index / 4] |= UInt32(byte) << (24 - 8 * UInt32(index % 4))
            }
            self.words = words
        }

        /// The code's bytes, for sending. Compare codes, not these.
        public var bytes: SHA256.Digest { SHA256.Digest(words: words) }

        /// Whether two codes are the same, compared in constant time.
        ///
        /// The differences of all words are gathered by `|`, and the only branch is on the result. So neither the number
        /// nor the place of differing bytes shows in the time taken.
        @inline(__always)
        public static func == (a: AuthenticationCode, b: AuthenticationCode) -> Bool {
            let difference = a.words ^ b.words
            let half = difference.lowHalf | difference.highHalf
            let quarter = half.lowHalf | half.highHalf
            return quarter[0] | quarter[1] == 0
        }
    }
}

extension HMACSHA256.AuthenticationCode: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `AuthenticationCode(redacted)`: anyone who reads the right code in a log can put it under a forged message.
    public var description: String { "AuthenticationCode(redacted)" }
    /// Always `AuthenticationCode(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension HMACSHA256.AuthenticationCode: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
