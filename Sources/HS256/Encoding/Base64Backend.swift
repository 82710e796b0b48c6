import HS256AVX512
import HS256X86

/// The ways to run base64url, all of which give the same result.
package enum Base64Backend: Sendable, CaseIterable {
    /// Plain Swift, on any processor.
    case portable
    /// The SSSE3 and SSE4.1 instructions of x86-64 processors.
    case x86SSE41
    /// The AVX-512 instructions for bytes of x86-64 processors.
    case x86AVX512

    /// The fastest back end of the running processor, found out once per process.
    package static let current: Base64Backend = available.last ?? .portable

    /// The back ends that the running processor can run, the fastest one last.
    package static var available: [Base64Backend] { allCases.filter { $0.isSupported } }

    private var isSupported: Bool {
        switch self {
        case .portable: return true
        case .x86SSE41: return Base64X86.isSupported
        case .x86AVX512: return Base64AVX512.isSupported
        }
    }
}
