import HS256Primitives

/// Signs claims with HS256.
///
/// ```swift
/// let signer = JWTSigner(key: try HS256Key(utf8: secret))
/// let token = try signer.sign(claims)
/// ```
///
/// Make one signer and keep it: the header is encoded and its whole blocks are hashed when the signer is made. A token
/// of up to 1 KiB of claims takes one heap allocation, its own text. A signer can be used from any number of threads.
///
/// Source: RFC 7515 5.1, RFC 7519 7.1.
public struct JWTSigner: Sendable {
    /// The header of every token of this signer.
    public var header: JOSEHeader { setup.header }
    /// How large and how deep its tokens may be.
    public var limits: TokenLimits { setup.limits }

    private let setup: Setup

    /// A signer.
    ///
    /// - Parameters:
    ///   - key: The secret.
    ///   - header: The header of every token, `{"alg":"HS256","typ":"JWT"}` unless given.
    ///   - limits: How large and how deep a token may be. What is beyond is not signed, since a verifier with the same
    ///     limits would refuse it.
    public init(key: HS256Key, header: JOSEHeader = JOSEHeader(), limits: TokenLimits = TokenLimits()) {
        setup = Setup(key, header, limits)
    }

    /// The token for some claims.
    ///
    /// - Parameter claims: Any claim set. Nothing is added to it, no `iat` and no `exp`.
    /// - Returns: The token in the compact serialization; the same text for the same claims.
    /// - Throws: ``Finding/Code/tokenTooLarge`` and ``Finding/Code/claimsTooDeep`` beyond the ``limits``, and whatever the
    ///   claim set throws.
    @inlinable
    public func sign(_ claims: some WritableClaims) throws(HS256Error) -> String {
        try sign { (writer: inout ClaimWriter) throws(HS256Error) in
            try claims.write(to: &writer)
        }
    }

    /// The token for the claims that `write` writes.
    @inlinable
    @inline(__always)
    package func sign(_ write: (inout ClaimWriter) throws(HS256Error) -> Void) throws(HS256Error) -> String {
        unsafe try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) {
            (memory: UnsafeMutableBufferPointer<UInt8>) throws(HS256Error) -> String in
            var claims = unsafe ClaimWriter(in: memory)
            try write(&claims)
            return try token(for: &claims)
        }
    }

    @usableFromInline
    func token(for claims: inout ClaimWriter) throws(HS256Error) -> String {
        unsafe try setup.token(for: claims.finish(maximumDepth: setup.limits.maximumDepth))
    }

    /// The token for a payload of any bytes, which need not be claims: a JWS (RFC 7515 5.1).
    ///
    /// - Parameter payload: The bytes that are to be signed, as they are.
    /// - Throws: ``Finding/Code/tokenTooLarge``.
    public func sign(payload: some Sequence<UInt8>) throws(HS256Error) -> String {
        unsafe try Array(payload).withUnsafeBufferPointer { (payload) throws(HS256Error) -> String in
            unsafe try setup.token(for: payload)
        }
    }
}

extension JWTSigner {
    /// What is the same for every token. A reference, so that a signer is passed on at the cost of one.
    final class Setup: Sendable {
        let header: JOSEHeader
        let limits: TokenLimits
        private let key: HMACSHA256.Key
        /// The encoded header and the dot after it, with which every signing input begins.
        private let prefix: [UInt8]
        /// The hash of the prefix's whole blocks.
        private let hashedPrefix: HMACSHA256.Key.HashedBeginning

        init(_ key: HS256Key, _ header: JOSEHeader, _ limits: TokenLimits) {
            self.header = header
            self.limits = limits
            self.key = key.hmacKey
            prefix = header.encodedPrefix
            hashedPrefix = unsafe prefix.withUnsafeBufferPointer { unsafe key.hmacKey.hashWholeBlocks(of: $0) }
        }

        /// The token for a payload.
        @inline(__always)
        func token(for payload: UnsafeBufferPointer<UInt8>) throws(HS256Error) -> String {
            let byteCount = UnsignedToken.byteCount(headerCount: prefix.count, payloadCount: payload.count)
            guard byteCount <= limits.maximumByteCount else {
                throw HS256Error(.tokenTooLarge(byteCount: byteCount, limit: limits.maximumByteCount))
            }
            return unsafe prefix.withUnsafeBufferPointer { prefix in
                let token = unsafe UnsignedToken(header: prefix, hashedHeader: hashedPrefix, payload: payload)
                return makeString(of: token, byteCount: byteCount)
            }
        }

        /// A token of usual size is written to the stack first. Its string is then made while the processor still waits for
        /// the last rounds of the hash, which leave most of it idle; that gains more than the copy costs.
        @inline(__always)
        private func makeString(of token: UnsignedToken, byteCount: Int) -> String {
            let room = byteCount &+ Base64.slack
            if room <= 1024 {
                return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { text in
                    unsafe key.write(token, to: text.baseAddress.unsafelyUnwrapped)
                    return unsafe String(knownASCII: UnsafeBufferPointer(rebasing: text[..<byteCount]))
                }
            }
            return unsafe String(unsafeUninitializedCapacity: room) { text in
                unsafe key.write(token, to: text.baseAddress.unsafelyUnwrapped)
                return byteCount
            }
        }
    }
}

extension JWTSigner: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `JWTSigner(redacted)`: a signer holds hash states that are as secret as its key.
    public var description: String { "JWTSigner(redacted)" }
    /// Always `JWTSigner(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension JWTSigner: CustomReflectable {
        /// A mirror that shows the header and nothing else.
        public var customMirror: Mirror { Mirror(self, children: ["header": header]) }
    }
#endif
