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

    private let backend: SHA256Backend
    private var state: SIMD8<UInt32>
    /// The last, not yet full block: the bytes after the message's whole blocks.
    private var pending = SIMD64<UInt8>()
    /// How many bytes the message has so far.
    private var messageByteCount: UInt64

    /// The hash of nothing, ready for ``update(_:)``.
    public init() {
        self.init(backend: .current)
    }

    /// A hash that runs on a given back end; tests use this to compare them.
    package init(backend: SHA256Backend) {
        self.backend = backend
        state = SHA256.initialState
        messageByteCount = 0
    }

    /// H(0): FIPS 180-4 5.3.3.
    static var initialState: SIMD8<UInt32> {
        SIMD8(
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
    }

    /// The digest of a message that is at hand as a whole.
    ///
    /// - Parameter message: any bytes.
    public static func hash(_ message: some Sequence<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(message)
        return hash.finalize()
    }

    /// Adds bytes to the message.
    ///
    /// - Parameter bytes: the next bytes of the message, any number. Copied first if they are not contiguous in memory.
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
        let filled = Int(messageByteCount % 64)
        messageByteCount += UInt64(remaining)

        if filled > 0 {
            let taken = min(remaining, 64 - filled)
            unsafe fillPending(from: filled, with: UnsafeRawBufferPointer(start: next, count: taken))
            guard filled + taken == 64 else { return }
            compressPending()
            unsafe next += taken
            remaining -= taken
        }
        unsafe backend.compress(&state, next, count: remaining / 64)
        unsafe fillPending(
            from: 0, with: UnsafeRawBufferPointer(start: next + (remaining & ~63), count: remaining % 64))
    }

    /// The digest of the message so far.
    public func finalize() -> Digest {
        Digest(words: finalizedState())
    }

    /// The eight words of the digest of the message so far.
    func finalizedState() -> SIMD8<UInt32> {
        var last = self
        last.pad()
        return last.state
    }

    /// Adds the padding, a one bit, zeros, and the length in bits, which ends on a block: FIPS 180-4 5.1.1.
    private mutating func pad() {
        let filled = Int(messageByteCount % 64)
        unsafe withUnsafeMutableBytes(of: &pending) { block in
            unsafe block[filled] = 0x80
            unsafe UnsafeMutableRawBufferPointer(rebasing: block[(filled + 1)...])
                .initializeMemory(as: UInt8.self, repeating: 0)
        }
        if filled >= 56 {
            compressPending()
            pending = SIMD64()
        }
        unsafe withUnsafeMutableBytes(of: &pending) { block in
            unsafe block.storeBytes(of: (messageByteCount &* 8).bigEndian, toByteOffset: 56, as: UInt64.self)
        }
        compressPending()
    }

    private mutating func compressPending() {
        unsafe withUnsafeBytes(of: pending) { block in
            // SIMD64<UInt8> is 64 bytes: one whole block.
            unsafe backend.compress(&state, block.baseAddress.unsafelyUnwrapped, count: 1)
        }
    }

    private mutating func fillPending(from start: Int, with bytes: UnsafeRawBufferPointer) {
        unsafe withUnsafeMutableBytes(of: &pending) { block in
            unsafe UnsafeMutableRawBufferPointer(rebasing: block[start...]).copyMemory(from: bytes)
        }
    }
}
