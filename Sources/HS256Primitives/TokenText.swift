// Whole tokens, written and opened. Everything that depends on the processor happens within these calls.

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

/// A token as it was received, whose header is known. Valid as long as its text.
@safe
package struct ReceivedToken {
    /// Header, dot and payload, as they were received (RFC 7515 5.2).
    let signingInput: UnsafeBufferPointer<UInt8>
    /// The hash of the header's whole blocks, under the key that the token is opened with.
    let hashedHeader: HMACSHA256.Key.HashedBeginning
    /// The text of the payload.
    let payload: UnsafeBufferPointer<UInt8>
    /// The text of the signature, 43 characters.
    let signature: UnsafeBufferPointer<UInt8>

    @unsafe
    @inline(__always)
    package init(
        signingInput: UnsafeBufferPointer<UInt8>, hashedHeader: HMACSHA256.Key.HashedBeginning,
        payload: UnsafeBufferPointer<UInt8>, signature: UnsafeBufferPointer<UInt8>
    ) {
        unsafe self.signingInput = signingInput
        self.hashedHeader = hashedHeader
        unsafe self.payload = payload
        unsafe self.signature = signature
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

    /// Writes two tokens, whose codes are worked out side by side.
    package func write(
        _ first: UnsignedToken, to firstText: UnsafeMutablePointer<UInt8>,
        _ second: UnsignedToken, to secondText: UnsafeMutablePointer<UInt8>
    ) {
        let inputs = unsafe (
            writeSigningInput(of: first, to: firstText), writeSigningInput(of: second, to: secondText)
        )
        let codes = unsafe codes(for: inputs.0, inputs.1, after: first.hashedHeader)
        unsafe write(codes.0, after: inputs.0, in: firstText)
        unsafe write(codes.1, after: inputs.1, in: secondText)
    }

    /// Opens a token: decodes its payload and checks its signature.
    ///
    /// - Parameters:
    ///   - token: The token.
    ///   - memory: Room for as many bytes as payload and signature have characters, and ``Base64/slack``. The payload's
    ///     bytes come first in it.
    /// - Returns: The number of the payload's bytes, and whether the signature is this key's. Nil where payload or
    ///   signature is not base64url.
    package func open(
        _ token: ReceivedToken, into memory: UnsafeMutablePointer<UInt8>
    ) -> (payloadByteCount: Int, isAuthentic: Bool)? {
        guard let count = unsafe Base64.decode(token.payload, into: memory, backend: backend),
            unsafe Base64.decode(token.signature, into: memory + count, backend: backend) == SHA256.byteCount
        else { return nil }
        let received = unsafe HMACSHA256.AuthenticationCode(reading: memory + count)
        return unsafe (count, code(for: token.signingInput, after: token.hashedHeader) == received)
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
