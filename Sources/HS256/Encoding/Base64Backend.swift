import HS256X86

/// The ways to run base64url, all of which give the same result.
package enum Base64Backend: Sendable, CaseIterable {
    /// Plain Swift, on any processor.
    case portable
    /// The SSSE3 and SSE4.1 instructions of x86-64 processors.
    case x86SSE41

    /// The fastest back end of the running processor, found out once per process.
    package static let current: Base64Backend = Base64X86.isSupported ? .x86SSE41 : .portable

    /// The back ends that the running processor can run.
    package static var available: [Base64Backend] {
        Base64X86.isSupported ? [.portable, .x86SSE41] : [.portable]
    }
}
