import HS256Instructions

/// The implementations of this module's operations. All give the same results; they differ in the instructions they use.
///
/// This is the one place that knows the processors. A key picks its back end when it is made, and everything that is done
/// with the key stays on it.
@usableFromInline
package enum Backend: Sendable, CaseIterable {
    /// Plain Swift, on any processor.
    case portable
    /// Base64url on the SSSE3 and SSE4.1 instructions of x86-64 processors; the hash is portable.
    case x86SSE41
    /// The same, and the hash on the SHA instructions.
    case x86SHA
    /// The hash on the SHA2 instructions of 64-bit Arm processors; base64url is portable.
    case armSHA2

    /// The fastest back end of the running processor, found out once per process.
    package static let current: Backend = available.last ?? .portable

    /// The back ends that the running processor can run, the fastest one last.
    package static var available: [Backend] { allCases.filter { $0.isSupported } }

    private var isSupported: Bool {
        switch self {
        case .portable: return true
        case .x86SSE41: return Base64X86.isSupported
        case .x86SHA: return SHA256X86.isSupported
        case .armSHA2: return SHA256Arm.isCompiledIn && Platform.hasArmSHA2
        }
    }

    // MARK: Hashing

    /// Works whole 64-byte blocks into a hash state.
    ///
    /// - Parameters:
    ///   - state: The eight words H0...H7, lane by lane.
    ///   - blocks: `count` times 64 readable bytes, at any alignment.
    ///   - count: The number of blocks.
    @inline(__always)
    package func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, count: Int) {
        switch self {
        case .portable, .x86SSE41: unsafe SHA256Portable.compress(&state, blocks, count: count)
        case .x86SHA: unsafe SHA256X86.compress(&state, blocks, count: count)
        case .armSHA2: unsafe SHA256Arm.compress(&state, blocks, count: count)
        }
    }

    // MARK: Base64url

    /// Writes the base64url text for some bytes.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - destination: Memory for the text and ``Base64/slack``, apart from the source. Fewer than 16 bytes need no slack.
    @inline(__always)
    func encodeBase64(_ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>) {
        guard let input = source.baseAddress else { return }
        if usesSSE41, source.count >= Base64X86.minimumByteCount {
            unsafe Base64X86.encode(input, count: source.count, into: destination)
        } else {
            unsafe Base64Portable.encode(input, count: source.count, into: destination)
        }
    }

    /// Writes the bytes for a base64url text.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - destination: Memory for the bytes and ``Base64/slack``, apart from the source. Bits that are left over after the last
    ///     byte go into the byte after it.
    /// - Returns: Whether all characters are in the alphabet. If not, what was written is meaningless.
    @inline(__always)
    func decodeBase64(_ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>) -> Bool {
        guard let input = source.baseAddress else { return true }
        if usesSSE41, source.count >= Base64X86.minimumByteCount {
            return unsafe Base64X86.decode(input, count: source.count, into: destination)
        }
        return unsafe Base64Portable.decode(input, count: source.count, into: destination)
    }

    private var usesSSE41: Bool { self == .x86SSE41 || self == .x86SHA }

    // MARK: Single registers

    /// The high bit of each of sixteen bytes, the first byte's lowest.
    @inlinable
    @inline(__always)
    package static func highBits(of bytes: SIMD16<UInt8>) -> UInt16 {
        #if arch(x86_64)
            return X86Processor.highBits(of: bytes)
        #else
            // Both are 16 bytes, and every bit pattern is a value of both.
            let words = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
            let bits = (words &>> SIMD2(repeating: 7)) & SIMD2(repeating: 0x0101_0101_0101_0101)
            // The bits of eight bytes gather in the highest byte of a product, the first one lowest.
            let gathered = (bits &* SIMD2(repeating: 0x0102_0408_1020_4080)) &>> SIMD2(repeating: 56)
            return UInt16(truncatingIfNeeded: gathered[0] | gathered[1] &<< 8)
        #endif
    }
}
