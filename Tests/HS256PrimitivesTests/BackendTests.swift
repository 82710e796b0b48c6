@testable import HS256Primitives
import HS256Instructions
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite("The back ends of SHA-256")
struct BackendTests {
    @Test("The portable back end is always there, and the current one is among the available")
    func available() {
        #expect(Backend.available.contains(.portable))
        #expect(Backend.available.contains(Backend.current))
        #expect(Backend.available.contains(.x86SSE41) == Base64X86.isSupported)
        #expect(Backend.available.contains(.x86SHA) == SHA256X86.isSupported)
        #expect(Backend.available.contains(.armSHA2) == (SHA256Arm.isCompiledIn && Platform.hasArmSHA2))
    }

    /// The processor's own instructions; on one without any that we use, there is nothing to compare.
    private static let native = Backend.available.filter { $0 != .portable && $0 != .x86SSE41 }

    @Test("The processor's instructions give what plain Swift gives, 0 to 300 bytes", arguments: native)
    func sameDigests(backend: Backend) {
        var generator = SeededGenerator(seed: 1)
        for count in 0...300 {
            let message = generator.bytes(count)
            #expect(SHA256.hash(message, on: backend) == SHA256.hash(message, on: .portable), "\(count) bytes")
        }
    }

    /// The digest of a whole message always begins at H(0); a midstate can be anything.
    @Test("The processor's instructions go on from any state, over any number of blocks", arguments: native)
    func sameStates(backend: Backend) {
        var generator = SeededGenerator(seed: 2)
        for count in 0...9 {
            let start = SIMD8<UInt32>.random(in: 0 ... .max, using: &generator)
            let blocks = generator.bytes(64 * count + 1)
            var (portable, native) = (start, start)
            blocks.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                Backend.portable.compress(&portable, base + 1, count: count)
                backend.compress(&native, base + 1, count: count)
            }
            #expect(portable == native, "\(count) blocks")
            #expect((portable == start) == (count == 0))
        }
    }

    #if canImport(Glibc)
        @Test("What the kernel tells a program is found, and nothing for what it does not say")
        func auxiliaryValues() {
            // AT_PAGESZ, AT_CLKTCK
            #expect(Platform.auxiliaryValue(of: 6) == UInt(sysconf(Int32(_SC_PAGESIZE))))
            #expect(Platform.auxiliaryValue(of: 17) == UInt(sysconf(Int32(_SC_CLK_TCK))))
            #expect(Platform.auxiliaryValue(of: 9_999) == 0)
        }
    #endif
}
