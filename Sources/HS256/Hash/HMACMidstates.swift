import HS256X86

/// What HMAC needs of a key: the hash states after the key's inner and outer block.
///
/// The key itself cannot be had back from them without inverting the compression function, so a program that keeps only
/// these keeps no secret text in memory. They forge codes as well as the key does, so they are as secret as it is.
///
/// Source: RFC 2104 4.
struct HMACMidstates: Sendable {
    let backend: SHA256Backend
    let inner: SIMD8<UInt32>
    let outer: SIMD8<UInt32>

    /// - Parameter key: any bytes; more than 64 are hashed first (FIPS 198-1 4, table 1).
    init(key: UnsafeRawBufferPointer, backend: SHA256Backend) {
        var block = SIMD64<UInt8>()
        if key.count > SHA256.blockByteCount {
            var hash = SHA256(backend: backend)
            unsafe hash.update(key)
            for (index, byte) in hash.finalize().enumerated() { block[index] = byte }
        } else {
            for index in 0..<key.count { block[index] = unsafe key[index] }
        }
        self.backend = backend
        inner = HMACMidstates.midstate(block ^ SIMD64(repeating: 0x36), backend)
        outer = HMACMidstates.midstate(block ^ SIMD64(repeating: 0x5c), backend)
    }

    private static func midstate(_ block: SIMD64<UInt8>, _ backend: SHA256Backend) -> SIMD8<UInt32> {
        var state = SHA256.initialState
        unsafe withUnsafeBytes(of: block) { bytes in
            // SIMD64<UInt8> is 64 bytes: one whole block.
            unsafe backend.compress(&state, bytes.baseAddress.unsafelyUnwrapped, count: 1)
        }
        return state
    }
}

extension HMACMidstates {
    /// The inner hash after the first whole blocks of messages that all begin alike.
    struct InnerState: Sendable {
        let words: SIMD8<UInt32>
        /// How many bytes of the message are hashed, a multiple of 64.
        let byteCount: Int
    }

    /// The inner hash of as much of `beginning` as fills whole blocks.
    func hashWholeBlocks(of beginning: UnsafeBufferPointer<UInt8>) -> InnerState {
        var words = inner
        let blocks = beginning.count / SHA256.blockByteCount
        if let bytes = beginning.baseAddress { unsafe backend.compress(&words, bytes, count: blocks) }
        return InnerState(words: words, byteCount: blocks * SHA256.blockByteCount)
    }

    /// The code of a message that is at hand as a whole.
    @inline(__always)
    func code(for message: UnsafeBufferPointer<UInt8>) -> HMACSHA256.AuthenticationCode {
        unsafe code(for: message, from: InnerState(words: inner, byteCount: 0))
    }

    /// The code of a message that is at hand as a whole and whose first blocks are hashed already.
    ///
    /// - Parameters:
    ///   - message: all of the message, at least `start.byteCount` bytes.
    ///   - start: the inner hash after the beginning of this message.
    func code(for message: UnsafeBufferPointer<UInt8>, from start: InnerState) -> HMACSHA256.AuthenticationCode {
        unsafe withPadding(of: message, from: start) { message in
            HMACSHA256.AuthenticationCode(words: backend.authenticationCode(of: message, outer: outer))
        }
    }

    /// The codes of two messages, which take less time than twice one code where the back end can work on both at once.
    ///
    /// - Parameters:
    ///   - first: all of a message, at least `start.byteCount` bytes.
    ///   - second: all of another one.
    ///   - start: the inner hash after the beginning of both messages.
    func codes(
        for first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, from start: InnerState
    ) -> (HMACSHA256.AuthenticationCode, HMACSHA256.AuthenticationCode) {
        unsafe withPadding(of: first, from: start) { first in
            unsafe withPadding(of: second, from: start) { second in
                let words = backend.authenticationCodes(of: first, second, outer: outer)
                return (.init(words: words.0), .init(words: words.1))
            }
        }
    }

    /// Pads a message: what is left of it behind its whole blocks, a one bit, zeros, and the length in bits with the
    /// key's block (FIPS 180-4 5.1.1).
    @inline(__always)
    private func withPadding<Result>(
        of message: UnsafeBufferPointer<UInt8>, from start: InnerState, _ body: (PaddedMessage) -> Result
    ) -> Result {
        let wholeBlocks = (message.count - start.byteCount) / SHA256.blockByteCount
        let hashed = start.byteCount + wholeBlocks * SHA256.blockByteCount
        let rest = message.count - hashed
        var tail = (SIMD64<UInt8>(), SIMD64<UInt8>())
        return unsafe withUnsafeMutableBytes(of: &tail) { tail in
            if let bytes = message.baseAddress {
                unsafe tail.copyMemory(from: UnsafeRawBufferPointer(start: bytes + hashed, count: rest))
            }
            unsafe tail[rest] = 0x80
            let tailBlocks = rest < 56 ? 1 : 2
            let bitCount = UInt64(SHA256.blockByteCount + message.count) &* 8
            unsafe tail.storeBytes(of: bitCount.bigEndian, toByteOffset: tailBlocks * 64 - 8, as: UInt64.self)
            return body(
                unsafe PaddedMessage(
                    inner: start.words, blocks: message.baseAddress.map { unsafe $0 + start.byteCount },
                    count: wholeBlocks, tail: tail.baseAddress.unsafelyUnwrapped, tailCount: tailBlocks))
        }
    }
}
