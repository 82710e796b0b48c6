import HS256AVX512
import HS256Arm
import HS256X86

/// The ways to run the SHA-256 compression function, all of which give the same result.
package enum SHA256Backend: Sendable, CaseIterable {
    /// Plain Swift, on any processor.
    case portable
    /// The SHA instructions of x86-64 processors.
    case x86SHA
    /// The same, and AVX-512 for what is around them: a token is encoded in the registers from which it is hashed.
    case x86AVX512
    /// The SHA2 instructions of 64-bit Arm processors.
    case armSHA2

    /// The fastest back end of the running processor, found out once per process.
    package static let current: SHA256Backend = available.last ?? .portable

    /// The back ends that the running processor can run, the fastest one last.
    package static var available: [SHA256Backend] { allCases.filter { $0.isSupported } }

    private var isSupported: Bool {
        switch self {
        case .portable: return true
        case .x86SHA: return SHA256X86.isSupported
        case .x86AVX512: return TokenAVX512.isSupported
        case .armSHA2: return SHA256Arm.isCompiledIn && Platform.hasArmSHA2
        }
    }

    /// Works whole 64-byte blocks into `state`.
    ///
    /// `blocks` must point to `count` times 64 readable bytes, at any alignment.
    @inline(__always)
    func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, count: Int) {
        switch self {
        case .portable: unsafe SHA256Portable.compress(&state, blocks, count: count)
        case .x86SHA, .x86AVX512: unsafe SHA256X86.compress(state: &state, blocks: blocks, count: count)
        case .armSHA2: unsafe SHA256Arm.compress(state: &state, blocks: blocks, count: count)
        }
    }

    /// The words of a message's authentication code.
    ///
    /// - Parameters:
    ///   - message: what is left of the message to be hashed.
    ///   - outer: the outer hash after the key's block.
    @inline(__always)
    func authenticationCode(of message: PaddedMessage, outer: SIMD8<UInt32>) -> SIMD8<UInt32> {
        switch self {
        case .portable, .armSHA2: return blockwiseAuthenticationCode(of: message, outer: outer)
        case .x86SHA, .x86AVX512: return SHA256X86.authenticationCode(of: message, outer: outer)
        }
    }

    /// The same for two messages.
    @inline(__always)
    func authenticationCodes(
        of first: PaddedMessage, _ second: PaddedMessage, outer: SIMD8<UInt32>
    ) -> (SIMD8<UInt32>, SIMD8<UInt32>) {
        switch self {
        case .portable, .armSHA2:
            return (
                blockwiseAuthenticationCode(of: first, outer: outer),
                blockwiseAuthenticationCode(of: second, outer: outer)
            )
        case .x86SHA, .x86AVX512: return SHA256X86.authenticationCodes(of: first, second, outer: outer)
        }
    }

    /// The inner hash to its end, and then the outer one.
    private func blockwiseAuthenticationCode(of message: PaddedMessage, outer: SIMD8<UInt32>) -> SIMD8<UInt32> {
        var digest = message.inner
        if let blocks = unsafe message.blocks { unsafe compress(&digest, blocks, count: message.wholeBlockCount) }
        unsafe compress(&digest, message.tail, count: message.tailBlockCount)
        // The digest's 32 bytes, a one bit, zeros, and the length of 64 + 32 bytes in bits: 768 (FIPS 180-4 5.1.1).
        let padding = SIMD8<UInt32>(0x8000_0000, 0, 0, 0, 0, 0, 0, 768)
        let block = SIMD16(lowHalf: digest.bigEndianLanes, highHalf: padding.bigEndianLanes)
        var code = outer
        unsafe withUnsafeBytes(of: block) { bytes in
            // SIMD16<UInt32> is 64 bytes: one whole block.
            unsafe compress(&code, bytes.baseAddress.unsafelyUnwrapped, count: 1)
        }
        return code
    }
}
