import HS256AVX512
import HS256X86

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

    let setup: Setup

    /// A signer.
    ///
    /// - Parameters:
    ///   - key: the secret.
    ///   - header: the header of every token; `{"alg":"HS256","typ":"JWT"}` unless given.
    public init(key: HS256Key, header: JOSEHeader = JOSEHeader()) {
        setup = Setup(key, header)
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
            unsafe setup.token(for: payload)
        }
    }

    /// The tokens for many claim sets, just as ``sign(_:)`` makes them, in less time than one by one: two tokens at a time
    /// go through the processor's SHA instructions.
    ///
    /// - Parameter claims: claim sets of one type.
    /// - Returns: a token for each, in their order.
    /// - Throws: the first ``JWTError`` that a claim set throws; nothing is returned then.
    @inlinable
    public func sign<Claims: WritableClaims>(
        contentsOf claims: some Sequence<Claims>
    ) throws(JWTError) -> [String] {
        var tokens: [String] = []
        tokens.reserveCapacity(claims.underestimatedCount)
        var iterator = claims.makeIterator()
        while let first = iterator.next() {
            if let second = iterator.next() {
                let pair = try sign(first, second)
                tokens.append(pair.0)
                tokens.append(pair.1)
            } else {
                tokens.append(try sign(first))
            }
        }
        return tokens
    }

    @usableFromInline
    func sign(
        _ first: some WritableClaims, _ second: some WritableClaims
    ) throws(JWTError) -> (String, String) {
        unsafe try ClaimWriter.withText { (writer: inout ClaimWriter) throws(JWTError) in
            try first.write(to: &writer)
        } use: { (first: UnsafeBufferPointer<UInt8>) throws(JWTError) -> (String, String) in
            unsafe try ClaimWriter.withText { (writer: inout ClaimWriter) throws(JWTError) in
                try second.write(to: &writer)
            } use: { (second: UnsafeBufferPointer<UInt8>) throws(JWTError) -> (String, String) in
                unsafe setup.tokens(for: first, second)
            }
        }
    }

    /// The token for a payload of any bytes, which need not be claims: a JWS (RFC 7515 5.1).
    ///
    /// - Parameter payload: the bytes that are to be signed, as they are.
    public func sign(payload: some Sequence<UInt8>) -> String {
        unsafe payload.withContiguousStorageIfAvailable(setup.token(for:))
            ?? Array(payload).withUnsafeBufferPointer(setup.token(for:))
    }
}

extension JWTSigner {
    /// What is the same for every token, behind one reference, so that a signer is handed on at the cost of one.
    final class Setup: Sendable {
        let header: JOSEHeader
        private let midstates: HMACMidstates
        /// The encoded header and the dot behind it: how every signing input begins.
        private let prefix: [UInt8]
        /// The hash of the prefix's whole blocks.
        private let prefixHash: HMACMidstates.InnerState

        init(_ key: HS256Key, _ header: JOSEHeader) {
            self.header = header
            midstates = key.midstates
            prefix = header.encodedPrefix
            prefixHash = unsafe prefix.withUnsafeBufferPointer { unsafe key.midstates.hashWholeBlocks(of: $0) }
        }

        /// The token for a payload.
        func token(for payload: UnsafeBufferPointer<UInt8>) -> String {
            unsafe makeToken(for: payload) { token, text in
                if midstates.backend == .x86AVX512 {
                    unsafe TokenAVX512.write(token, outer: midstates.outer, to: text)
                } else {
                    let input = unsafe writeInput(of: payload, to: text)
                    let code = unsafe midstates.code(for: UnsafeBufferPointer(input), from: prefixHash)
                    unsafe Self.write(code, behind: input)
                }
            }
        }

        /// The tokens for two payloads, whose codes are worked out side by side.
        func tokens(
            for first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
        ) -> (String, String) {
            var secondToken = ""
            let firstToken = unsafe makeToken(for: first) { (firstParts, firstText) in
                secondToken = unsafe makeToken(for: second) { (secondParts, secondText) in
                    if midstates.backend == .x86AVX512 {
                        unsafe TokenAVX512.write(
                            firstParts, secondParts, outer: midstates.outer, to: firstText, secondText)
                    } else {
                        let inputs = unsafe (
                            writeInput(of: first, to: firstText), writeInput(of: second, to: secondText)
                        )
                        let codes = unsafe midstates.codes(
                            for: UnsafeBufferPointer(inputs.0), UnsafeBufferPointer(inputs.1), from: prefixHash)
                        unsafe Self.write(codes.0, behind: inputs.0)
                        unsafe Self.write(codes.1, behind: inputs.1)
                    }
                }
            }
            return (firstToken, secondToken)
        }

        /// A string of what `write` makes of a token's parts in the memory that is lent to it.
        ///
        /// A token of usual size is written to the stack first: its string is then made while the processor still waits for
        /// the last rounds of the hash, which leave most of it idle. Copying costs less than that brings.
        @inline(__always)
        private func makeToken(
            for payload: UnsafeBufferPointer<UInt8>, write: (UnsignedToken, UnsafeMutablePointer<UInt8>) -> Void
        ) -> String {
            let count = prefix.count &+ Base64URL.encodedByteCount(payload.count) &+ 1 &+ Self.codeByteCount
            return unsafe prefix.withUnsafeBufferPointer { prefix in
                let token = unsafe UnsignedToken(
                    prefix: prefix.baseAddress.unsafelyUnwrapped, prefixByteCount: prefix.count,
                    hashedByteCount: prefixHash.byteCount, inner: prefixHash.words,
                    // Claims are never empty, and an empty payload is not read.
                    payload: payload.baseAddress ?? prefix.baseAddress.unsafelyUnwrapped,
                    payloadByteCount: payload.count)
                let room = count &+ Self.slack
                if room <= 1024 {
                    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { text in
                        unsafe write(token, text.baseAddress.unsafelyUnwrapped)
                        return unsafe String(knownASCII: UnsafeBufferPointer(rebasing: text[..<count]))
                    }
                }
                return unsafe String(unsafeUninitializedCapacity: room) { text in
                    unsafe write(token, text.baseAddress.unsafelyUnwrapped)
                    return count
                }
            }
        }

        private static var codeByteCount: Int { Base64URL.encodedByteCount(SHA256.byteCount) }

        /// How many bytes may be written behind a token, on any back end.
        private static var slack: Int { max(TokenAVX512.slack, Base64URL.slack) }

        /// Writes prefix and payload, and returns where they are: the signing input.
        private func writeInput(
            of payload: UnsafeBufferPointer<UInt8>, to text: UnsafeMutablePointer<UInt8>
        ) -> UnsafeMutableBufferPointer<UInt8> {
            unsafe prefix.withUnsafeBufferPointer { prefix in
                unsafe text.initialize(from: prefix.baseAddress.unsafelyUnwrapped, count: prefix.count)
            }
            unsafe Base64URL.encode(payload, into: text + prefix.count)
            let count = prefix.count + Base64URL.encodedByteCount(payload.count)
            return unsafe UnsafeMutableBufferPointer(start: text, count: count)
        }

        /// Writes the second dot and the code behind it, and up to ``Base64URL/slack`` bytes more.
        private static func write(
            _ code: HMACSHA256.AuthenticationCode, behind input: UnsafeMutableBufferPointer<UInt8>
        ) {
            let end = unsafe input.baseAddress.unsafelyUnwrapped + input.count
            unsafe end[0] = 0x2E
            unsafe withUnsafeBytes(of: code.bigEndianWords) { code in
                unsafe Base64URL.encode(code.assumingMemoryBound(to: UInt8.self), into: end + 1)
            }
        }
    }
}
