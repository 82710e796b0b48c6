import SHA256X86

/// The ways to run the SHA-256 compression function, all of which give the same result.
package enum SHA256Backend: Sendable, CaseIterable {
    /// Plain Swift, on any processor.
    case portable
    /// The SHA instructions of x86-64 processors.
    case x86SHA

    /// The fastest back end of the running processor, found out once per process.
    package static let current: SHA256Backend = SHA256X86.isSupported ? .x86SHA : .portable

    /// The back ends that the running processor can run.
    package static var available: [SHA256Backend] {
        SHA256X86.isSupported ? [.portable, .x86SHA] : [.portable]
    }

    /// Works whole 64-byte blocks into `state`.
    ///
    /// `blocks` must point to `count` times 64 readable bytes, at any alignment.
    @inline(__always)
    func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, count: Int) {
        switch self {
        case .portable: unsafe SHA256Portable.compress(&state, blocks, count: count)
        case .x86SHA: unsafe SHA256X86.compress(state: &state, blocks: blocks, count: count)
        }
    }
}
