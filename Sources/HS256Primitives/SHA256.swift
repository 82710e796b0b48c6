/// SHA-256, streaming and in one call.
///
/// ```swift
/// let digest = SHA256.hash("abc".utf8)
///
/// var hash = SHA256()
/// hash.update(firstPart)
/// hash.update(secondPart)
/// let same = hash.finalize()
/// ```
///
/// Copies are independent: `finalize()` works on a copy, so a hash can be read and then updated further.
/// Messages of up to 2^61 - 1 bytes. No heap allocation.
///
/// Source: FIPS 180-4 6.2.
public struct SHA256: Sendable {
    /// The bytes of a digest: 32.
    public static let byteCount = 32
    /// The bytes that the compression function takes at a time: 64.
    public static let blockByteCount = 64

    private let backend: Backend
    private var state = SHA256.initialState
    /// The last block, not yet full: the bytes after the message's whole blocks.
    private var pending = SIMD64<UInt8>()
    /// How many bytes the message has so far.
    private var messageByteCount: UInt64 = 0

    /// The hash of nothing, ready for ``update(_:)``.
    public init() {
        self.init(backend: .current)
    }

    /// A hash that runs on a given back end; tests use this to compare them.
    package init(backend: Backend) {
        self.backend = backend
    }

    /// H(0): FIPS 180-4 5.3.3.
    static var initialState: SIMD8<UInt32> {
        SIMD8(
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
    }

    /// The digest of a whole message.
    ///
    /// - Parameter message: Any bytes.
    public static func hash(_ message: some Sequence<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(message)
        return hash.finalize()
    }

    /// Adds bytes to the message.
    ///
    /// - Parameter bytes: The next bytes of the message, any number. Copied first if they are not contiguous in memory.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { unsafe update(UnsafeRawBufferPointer($0)) }
        if done == nil {
            unsafe Array(bytes).withUnsafeBytes { unsafe update($0) }
        }
    }

    /// Adds bytes to the message, from memory that need stay valid only during the call.
    @unsafe
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard var next = bytes.baseAddress else { return }
        var remaining = bytes.count
        let filled = pendingByteCount
        messageByteCount += UInt64(remaining)

        if filled > 0 {
            let taken = min(remaining, 64 - filled)
            unsafe fillPending(from: filled, with: UnsafeRawBufferPointer(start: next, count: taken))
            guard filled + taken == 64 else { return }
            unsafe withUnsafeBytes(of: pending) { block in
                // SIMD64<UInt8> is 64 bytes: one whole block.
                unsafe backend.compress(&state, block.baseAddress.unsafelyUnwrapped, count: 1)
            }
            unsafe next += taken
            remaining -= taken
        }
        unsafe backend.compress(&state, next, count: remaining / 64)
        unsafe fillPending(
            from: 0, with: UnsafeRawBufferPointer(start: next + (remaining & ~63), count: remaining % 64))
    }

    /// The digest of the message so far.
    public func finalize() -> Digest {
        var last = state
        unsafe withUnsafeBytes(of: pending) { pending in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: pending[..<pendingByteCount])
            unsafe Self.withFinalBlocks(of: rest, messageByteCount: messageByteCount) { blocks, count in
                unsafe backend.compress(&last, blocks, count: count)
            }
        }
        return Digest(words: last)
    }

    private var pendingByteCount: Int { Int(messageByteCount % 64) }

    private mutating func fillPending(from start: Int, with bytes: UnsafeRawBufferPointer) {
        unsafe withUnsafeMutableBytes(of: &pending) { block in
            unsafe UnsafeMutableRawBufferPointer(rebasing: block[start...]).copyMemory(from: bytes)
        }
    }
}

// MARK: Padding

extension SHA256 {
    /// Lends the last one or two blocks of a message: what is left of it after its whole blocks, a one bit, zeros, and its
    /// length in bits (FIPS 180-4 5.1.1).
    ///
    /// - Parameters:
    ///   - rest: What is left of the message, fewer than 64 bytes.
    ///   - messageByteCount: The length of the whole message.
    ///   - body: Gets the blocks and their number.
    @inline(__always)
    static func withFinalBlocks(
        of rest: UnsafeRawBufferPointer, messageByteCount: UInt64, _ body: (UnsafeRawPointer, Int) -> Void
    ) {
        var blocks = (SIMD64<UInt8>(), SIMD64<UInt8>())
        unsafe withUnsafeMutableBytes(of: &blocks) { blocks in
            let count = rest.count < 56 ? 1 : 2
            unsafe blocks.copyMemory(from: rest)
            unsafe blocks[rest.count] = 0x80
            unsafe blocks.storeBytes(
                of: (messageByteCount &* 8).bigEndian, toByteOffset: 64 * count - 8, as: UInt64.self)
            unsafe body(UnsafeRawPointer(blocks.baseAddress.unsafelyUnwrapped), count)
        }
    }
}

// MARK: The digest

extension SHA256 {
    /// The 32 bytes that SHA-256 gives for a message.
    ///
    /// A digest is a collection of its bytes: `Array(digest)` and `digest[0]` work. It compares in ordinary time, for
    /// data that is public; a message authentication code compares in constant time, see
    /// ``HMACSHA256/AuthenticationCode``.
    public struct Digest: Sendable, Hashable {
        private let bytes: SIMD32<UInt8>

        /// - Parameter words: H0...H7; a digest is these in big-endian order (FIPS 180-4 6.2.2).
        init(words: SIMD8<UInt32>) {
            // Both are 32 bytes, and every bit pattern is a value of both.
            bytes = unsafe unsafeBitCast(words.bigEndianLanes, to: SIMD32<UInt8>.self)
        }
    }
}

extension SHA256.Digest: RandomAccessCollection {
    /// Always 0.
    public var startIndex: Int { 0 }
    /// Always 32.
    public var endIndex: Int { SHA256.byteCount }
    /// The byte at `position`, which is in 0..<32.
    public subscript(position: Int) -> UInt8 { bytes[position] }
}

extension SHA256.Digest: CustomStringConvertible {
    /// The digest as 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

extension SIMD8<UInt32> {
    /// Each lane in big-endian order; on a vector that is in big-endian order, each lane in the processor's own.
    @inline(__always)
    var bigEndianLanes: Self {
        var lanes = self
        for lane in 0..<8 { lanes[lane] = self[lane].bigEndian }
        return lanes
    }
}
