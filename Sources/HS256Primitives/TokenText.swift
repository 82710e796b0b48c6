// A whole token, written. Everything that depends on the processor happens within this call.

/// What a token is written of. Valid as long as the memory that it names.
@safe
package struct UnsignedToken {
    /// The encoded header and the dot after it, never empty.
    let header: UnsafeBufferPointer<UInt8>
    /// The hash of the header's whole blocks, under the key that the token is written with.
    let hashedHeader: HMACSHA256.Key.HashedBeginning
    let payload: UnsafeBufferPointer<UInt8>

    @unsafe
    @inline(__always)
    package init(
        header: UnsafeBufferPointer<UInt8>, hashedHeader: HMACSHA256.Key.HashedBeginning,
        payload: UnsafeBufferPointer<UInt8>
    ) {
        unsafe self.header = header
        self.hashedHeader = hashedHeader
        unsafe self.payload = payload
    }

    /// How many bytes the token takes, without ``Base64/slack``.
    @inline(__always)
    package static func byteCount(headerCount: Int, payloadCount: Int) -> Int {
        headerCount &+ Base64.encodedByteCount(payloadCount) &+ 1 &+ Base64.encodedByteCount(SHA256.byteCount)
    }
}

extension HMACSHA256.Key {
    /// Writes a token: header, payload and code, with the dots between them (RFC 7515 5.1 and 7.1).
    ///
    /// - Parameters:
    ///   - token: What the token is made of.
    ///   - text: Memory for the token and ``Base64/slack``, apart from its parts.
    package func write(_ token: UnsignedToken, to text: UnsafeMutablePointer<UInt8>) {
        let input = unsafe writeSigningInput(of: token, to: text)
        unsafe write(code(for: input, after: token.hashedHeader), after: input, in: text)
    }

    @inline(__always)
    private func writeSigningInput(
        of token: UnsignedToken, to text: UnsafeMutablePointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        unsafe text.initialize(from: token.header.baseAddress.unsafelyUnwrapped, count: token.header.count)
        unsafe backend.encodeBase64(token.payload, into: text + token.header.count)
        return unsafe UnsafeBufferPointer(
            start: text, count: token.header.count &+ Base64.encodedByteCount(token.payload.count))
    }

    @inline(__always)
    private func write(
        _ code: HMACSHA256.AuthenticationCode, after input: UnsafeBufferPointer<UInt8>,
        in text: UnsafeMutablePointer<UInt8>
    ) {
        unsafe text[input.count] = 0x2E
        unsafe withUnsafeBytes(of: code.bigEndianWords) { code in
            unsafe backend.encodeBase64(code.assumingMemoryBound(to: UInt8.self), into: text + (input.count + 1))
        }
    }
}
