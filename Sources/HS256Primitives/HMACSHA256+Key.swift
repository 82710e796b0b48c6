extension HMACSHA256 {
    /// A secret, ready for use: the hash states after the key's inner and outer block.
    ///
    /// They are computed once, which saves two of the four compressions that a short message takes. The secret cannot be
    /// recovered from them without inverting the compression function, but they forge codes as well as the secret does,
    /// so no description or reflection shows them.
    ///
    /// Any bytes make a key. It should have at least 32 of them, and they should be random (RFC 2104 3).
    ///
    /// Source: RFC 2104 4.
    public struct Key: Sendable {
        package let backend: Backend
        let inner: SIMD8<UInt32>
        let outer: SIMD8<UInt32>

        /// A key.
        ///
        /// - Parameter secret: Any bytes; more than 64 are hashed first (FIPS 198-1 4, table 1).
        public init(_ secret: some Sequence<UInt8>) {
            self.init(secret, backend: .current)
        }

        /// A key on a given back end; tests use this to compare back ends.
        package init(_ secret: some Sequence<UInt8>, backend: Backend) {
            let key = secret.withContiguousStorageIfAvailable {
                unsafe Key(UnsafeRawBufferPointer($0), backend: backend)
            }
            self = unsafe key ?? Array(secret).withUnsafeBytes { unsafe Key($0, backend: backend) }
        }

        @unsafe
        private init(_ secret: UnsafeRawBufferPointer, backend: Backend) {
            var block = SIMD64<UInt8>()
            if secret.count > SHA256.blockByteCount {
                var hash = SHA256(backend: backend)
                unsafe hash.update(secret)
                for (index, byte) in hash.finalize().enumerated() { block[index] = byte }
            } else {
                for index in 0..<secret.count { block[index] = unsafe secret[index] }
            }
            func midstate(_ pad: UInt8) -> SIMD8<UInt32> {
                var state = SHA256.initialState
                unsafe withUnsafeBytes(of: block ^ SIMD64(repeating: pad)) { bytes in
                    // SIMD64<UInt8> is 64 bytes: one whole block.
                    unsafe backend.compress(&state, bytes.baseAddress.unsafelyUnwrapped, count: 1)
                }
                return state
            }
            self.backend = backend
            inner = midstate(0x36)
            outer = midstate(0x5c)
        }
    }
}

// MARK: Codes

extension HMACSHA256.Key {
    /// The inner hash after the first whole blocks of messages that all begin alike.
    package struct HashedBeginning: Sendable, BitwiseCopyable {
        let state: SIMD8<UInt32>
        /// How many bytes of the message are hashed, a multiple of 64.
        let byteCount: Int
    }

    /// Hashes as much of a beginning as fills whole blocks.
    package func hashWholeBlocks(of beginning: UnsafeBufferPointer<UInt8>) -> HashedBeginning {
        var state = inner
        let count = beginning.count / SHA256.blockByteCount
        if let bytes = beginning.baseAddress { unsafe backend.compress(&state, bytes, count: count) }
        return HashedBeginning(state: state, byteCount: count * SHA256.blockByteCount)
    }

    /// The hash of nothing, with which every message begins.
    package var hashedNothing: HashedBeginning { HashedBeginning(state: inner, byteCount: 0) }

    /// Whether a code that was received is that of a message, compared in constant time.
    ///
    /// - Parameters:
    ///   - code: 32 bytes.
    ///   - message: All of the message.
    ///   - beginning: The hash of its first blocks, as far as they are hashed already.
    package func isValid(
        _ code: UnsafePointer<UInt8>, for message: UnsafeBufferPointer<UInt8>, after beginning: HashedBeginning
    ) -> Bool {
        unsafe HMACSHA256.AuthenticationCode(reading: code) == self.code(for: message, after: beginning)
    }

    /// The code of a whole message.
    @inline(__always)
    package func code(for message: UnsafeBufferPointer<UInt8>) -> HMACSHA256.AuthenticationCode {
        unsafe code(for: message, after: hashedNothing)
    }

    /// The code of a message whose first blocks are hashed already.
    ///
    /// - Parameters:
    ///   - message: All of the message.
    ///   - beginning: The hash of its first blocks.
    func code(
        for message: UnsafeBufferPointer<UInt8>, after beginning: HashedBeginning
    ) -> HMACSHA256.AuthenticationCode {
        let message = unsafe Remainder(of: message, after: beginning)
        var state = beginning.state
        if let blocks = unsafe message.wholeBlocks {
            unsafe backend.compress(&state, blocks, count: message.wholeBlockCount)
        }
        unsafe SHA256.withFinalBlocks(of: message.rest, messageByteCount: message.hashedByteCount) { blocks, count in
            unsafe backend.compress(&state, blocks, count: count)
        }
        var code = outer
        unsafe withUnsafeBytes(of: Self.outerBlock(for: state)) { block in
            unsafe backend.compress(&code, block.baseAddress.unsafelyUnwrapped, count: 1)
        }
        return HMACSHA256.AuthenticationCode(words: code)
    }

    /// The message of the outer hash after the key's block, padded: the inner digest's 32 bytes, a one bit, zeros, and the
    /// length of 64 + 32 bytes in bits, 768 (FIPS 198-1 4, FIPS 180-4 5.1.1).
    @inline(__always)
    private static func outerBlock(for digest: SIMD8<UInt32>) -> SIMD16<UInt32> {
        let padding = SIMD8<UInt32>(0x8000_0000, 0, 0, 0, 0, 0, 0, 768)
        return SIMD16(lowHalf: digest.bigEndianLanes, highHalf: padding.bigEndianLanes)
    }
}

/// What is left to hash of a message whose first blocks are hashed. Valid as long as the message is.
@safe
private struct Remainder {
    /// The whole blocks; nil only where the message is empty.
    let wholeBlocks: UnsafeRawPointer?
    let wholeBlockCount: Int
    /// What is left after the whole blocks.
    let rest: UnsafeRawBufferPointer
    /// How many bytes the inner hash takes in all: the key's block and the message.
    let hashedByteCount: UInt64

    @unsafe
    @inline(__always)
    init(of message: UnsafeBufferPointer<UInt8>, after beginning: HMACSHA256.Key.HashedBeginning) {
        let remaining = message.count &- beginning.byteCount
        let restCount = remaining % SHA256.blockByteCount
        wholeBlockCount = remaining / SHA256.blockByteCount
        hashedByteCount = UInt64(SHA256.blockByteCount + message.count)
        if let bytes = message.baseAddress {
            unsafe wholeBlocks = UnsafeRawPointer(bytes + beginning.byteCount)
            unsafe rest = UnsafeRawBufferPointer(start: bytes + (message.count &- restCount), count: restCount)
        } else {
            unsafe wholeBlocks = nil
            unsafe rest = UnsafeRawBufferPointer(start: nil, count: 0)
        }
    }
}

extension HMACSHA256.Key: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `HMACSHA256.Key(redacted)`.
    public var description: String { "HMACSHA256.Key(redacted)" }
    /// Always `HMACSHA256.Key(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension HMACSHA256.Key: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
