import HS256Primitives

/// A secret for HMAC-SHA-256, ready for use.
///
/// The key says how text became bytes, because that is where most "invalid signature" errors come from:
///
/// ```swift
/// let key = try HS256Key(utf8: "the text as it stands, 32 bytes or more")
/// let key = try HS256Key(base64: "c2VjcmV0IGJ5dGVzIGluIHN0YW5kYXJkIGJhc2U2NA==")
/// ```
///
/// Nothing is trimmed: a space or a line break at the end of a text is a part of the secret.
///
/// A key holds only what HMAC derives from the secret, never the secret's text, and no description or reflection shows
/// any of it. What it holds forges tokens as well as the secret does; this library cannot keep it out of a memory dump.
///
/// Each initialiser refuses fewer than 32 bytes (RFC 7518 3.2); ``init(legacyShortSecret:)`` is the one way out.
public struct HS256Key: Sendable {
    /// The fewest bytes that a secret may have: as many as the hash has (RFC 7518 3.2).
    public static let minimumByteCount = 32

    package let hmacKey: HMACSHA256.Key

    /// A key from text, whose UTF-8 bytes are the secret.
    ///
    /// - Throws: ``Finding/Code/keyEmpty``, ``Finding/Code/keyTooShort``, ``Finding/Code/keyIsPublic``.
    public init(utf8 secret: String) throws(HS256Error) {
        try self.init(bytes: secret.utf8)
    }

    /// A key from bytes.
    ///
    /// - Throws: ``Finding/Code/keyEmpty``, ``Finding/Code/keyTooShort``, ``Finding/Code/keyIsPublic``.
    public init(bytes secret: some Collection<UInt8>) throws(HS256Error) {
        guard !secret.isEmpty else { throw HS256Error(.keyEmpty) }
        guard secret.count >= Self.minimumByteCount else { throw HS256Error(.keyTooShort(byteCount: secret.count)) }
        try self.init(secret, backend: .current)
    }

    /// A key from standard base64 with padding (RFC 4648 4).
    ///
    /// - Throws: ``Finding/Code/keyEncoding``, ``Finding/Code/keyEmpty``, ``Finding/Code/keyTooShort``,
    ///   ``Finding/Code/keyIsPublic``.
    public init(base64 text: String) throws(HS256Error) {
        guard let bytes = SecretEncoding.base64.decode(text) else { throw HS256Error(.keyEncoding(.base64)) }
        try self.init(bytes: bytes)
    }

    /// A key from base64url without padding (RFC 4648 5), the form in a JWK's `k` (RFC 7518 6.4.1).
    ///
    /// - Throws: ``Finding/Code/keyEncoding``, ``Finding/Code/keyEmpty``, ``Finding/Code/keyTooShort``,
    ///   ``Finding/Code/keyIsPublic``.
    public init(base64URL text: String) throws(HS256Error) {
        guard let bytes = SecretEncoding.base64URL.decode(text) else { throw HS256Error(.keyEncoding(.base64URL)) }
        try self.init(bytes: bytes)
    }

    /// A key from hexadecimal digits, two a byte, in either case.
    ///
    /// - Throws: ``Finding/Code/keyEncoding``, ``Finding/Code/keyEmpty``, ``Finding/Code/keyTooShort``,
    ///   ``Finding/Code/keyIsPublic``.
    public init(hex text: String) throws(HS256Error) {
        guard let bytes = SecretEncoding.hex.decode(text) else { throw HS256Error(.keyEncoding(.hex)) }
        try self.init(bytes: bytes)
    }

    /// A key of any length but zero, for a secret that was issued short and cannot be replaced.
    ///
    /// A secret under 32 bytes can be found by trial from one token that was seen; ask for a longer one first.
    ///
    /// - Parameter secret: bytes, or the `utf8` of a text.
    /// - Throws: ``Finding/Code/keyEmpty``, ``Finding/Code/keyIsPublic``.
    public init(legacyShortSecret secret: some Collection<UInt8>) throws(HS256Error) {
        try self.init(secret, backend: .current)
    }

    /// A key of any length but zero on a given back end; tests use this to compare back ends.
    package init(_ secret: some Collection<UInt8>, backend: Backend) throws(HS256Error) {
        guard !secret.isEmpty else { throw HS256Error(.keyEmpty) }
        guard !Self.isPublicKey(secret) else { throw HS256Error(.keyIsPublic) }
        hmacKey = HMACSHA256.Key(secret, backend: backend)
    }

    /// Whether the bytes begin as a PEM file or an SSH public key does, maybe after a byte-order mark or white space: a key
    /// that others know makes HMAC worthless (CVE-2022-29217).
    private static func isPublicKey(_ secret: some Collection<UInt8>) -> Bool {
        // A byte-order mark, up to a block of white space, and the longest beginning; and bytes that are neither.
        let text = Array(secret.prefix(3 + 64 + 16)) + [UInt8](repeating: 0xFF, count: 16)
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = text.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        // Counted without a branch, so that the time taken does not show how many bytes of a secret are small.
        var isLeading: UInt8 = 1
        var spaceCount = 0
        for byte in text[start...].prefix(64) {
            isLeading &= byte <= 0x20 ? 1 : 0
            spaceCount += Int(isLeading)
        }
        let beginnings: [StaticString] = ["-----BEGIN ", "ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-sha2-"]
        return beginnings.contains { text[(start + spaceCount)...].starts(with: $0.description.utf8) }
    }
}

extension HS256Key {
    /// Whether a text is the signature of another, character for character.
    package func isSignature(_ text: some Sequence<UInt8>, of input: some Sequence<UInt8>) -> Bool {
        let code = HMACSHA256.authenticationCode(for: input, using: hmacKey)
        return Base64URL.encode(code.bytes).utf8.elementsEqual(text)
    }
}

extension HS256Key: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `HS256Key(redacted)`.
    public var description: String { "HS256Key(redacted)" }
    /// Always `HS256Key(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension HS256Key: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
