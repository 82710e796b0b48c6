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
    public let header: JOSEHeader

    private let key: HS256Key
    /// The encoded header and the dot behind it: how every signing input begins.
    private let prefix: [UInt8]
    /// The hash of the prefix's whole blocks.
    private let prefixHash: HMACMidstates.InnerState

    /// A signer.
    ///
    /// - Parameters:
    ///   - key: the secret.
    ///   - header: the header of every token; `{"alg":"HS256","typ":"JWT"}` unless given.
    public init(key: HS256Key, header: JOSEHeader = JOSEHeader()) {
        self.key = key
        self.header = header
        prefix = Self.encodedPrefix(header)
        prefixHash = unsafe prefix.withUnsafeBufferPointer { unsafe key.midstates.hashWholeBlocks(of: $0) }
    }

    /// The token for some claims.
    ///
    /// - Parameter claims: any claim set. Nothing is added to it, no `iat` and no `exp`.
    /// - Returns: the token in the compact serialization; the same text for the same claims.
    /// - Throws: ``JWTError`` where the claim set refuses to be signed.
    public func sign(_ claims: some WritableClaims) throws(JWTError) -> String {
        unsafe try ClaimWriter.withText { (writer: inout ClaimWriter) throws(JWTError) in
            try claims.write(to: &writer)
        } use: { (payload: UnsafeBufferPointer<UInt8>) throws(JWTError) -> String in
            unsafe token(for: payload)
        }
    }

    /// The token for a payload of any bytes, which need not be claims: a JWS (RFC 7515 5.1).
    ///
    /// - Parameter payload: the bytes that are to be signed, as they are.
    public func sign(payload: some Sequence<UInt8>) -> String {
        unsafe payload.withContiguousStorageIfAvailable(token(for:))
            ?? Array(payload).withUnsafeBufferPointer(token(for:))
    }

    /// Writes the token straight into the string that is returned, and hashes the signing input where it stands.
    private func token(for payload: UnsafeBufferPointer<UInt8>) -> String {
        let inputCount = prefix.count + Base64URL.encodedByteCount(payload.count)
        let count = inputCount + 1 + Base64URL.encodedByteCount(SHA256.byteCount)
        return unsafe String(unsafeUninitializedCapacity: count + Base64URL.slack) { token in
            // A token is never empty, so its memory is there.
            let start = unsafe token.baseAddress.unsafelyUnwrapped
            unsafe prefix.withUnsafeBufferPointer { prefix in
                unsafe start.initialize(from: prefix.baseAddress.unsafelyUnwrapped, count: prefix.count)
            }
            unsafe Base64URL.encode(payload, into: start + prefix.count)
            let code = unsafe key.midstates.code(
                for: UnsafeBufferPointer(start: start, count: inputCount), from: prefixHash)
            unsafe start[inputCount] = 0x2E
            unsafe withUnsafeBytes(of: code.bigEndianWords) { code in
                unsafe Base64URL.encode(code.assumingMemoryBound(to: UInt8.self), into: start + inputCount + 1)
            }
            return count
        }
    }

    private static func encodedPrefix(_ header: JOSEHeader) -> [UInt8] {
        let text: String? = unsafe try? ClaimWriter.withText { (writer: inout ClaimWriter) throws(JWTError) in
            header.write(to: &writer)
        } use: { (json: UnsafeBufferPointer<UInt8>) throws(JWTError) -> String in
            unsafe Base64URL.encode(json)
        }
        guard let text else { preconditionFailure("a header can always be written") }
        return Array(text.utf8) + [0x2E]
    }
}
