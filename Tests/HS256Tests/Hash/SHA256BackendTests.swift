@testable import HS256
import HS256X86
import TestSupport
import Testing

@Suite("The back ends of SHA-256")
struct SHA256BackendTests {
    @Test("The portable back end is always there, and the current one is among the available")
    func available() {
        #expect(SHA256Backend.available.contains(.portable))
        #expect(SHA256Backend.available.contains(SHA256Backend.current))
        #expect(SHA256Backend.available.contains(.x86SHA) == SHA256X86.isSupported)
    }

    @Test(
        "The SHA instructions give what plain Swift gives, 0 to 300 bytes",
        .enabled(if: SHA256X86.isSupported, "this processor has no SHA instructions that we use"))
    func sameDigests() {
        var generator = SeededGenerator(seed: 1)
        for count in 0...300 {
            let message = generator.bytes(count)
            #expect(
                SHA256.hash(message, on: .x86SHA) == SHA256.hash(message, on: .portable), "\(count) bytes")
        }
    }

    /// The digest of a whole message always begins at H(0); a midstate can be anything.
    @Test(
        "The SHA instructions go on from any state, over any number of blocks",
        .enabled(if: SHA256X86.isSupported, "this processor has no SHA instructions that we use"))
    func sameStates() {
        var generator = SeededGenerator(seed: 2)
        for count in 0...9 {
            let start = SIMD8<UInt32>.random(in: 0 ... .max, using: &generator)
            let blocks = generator.bytes(64 * count + 1)
            var (portable, native) = (start, start)
            blocks.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                SHA256Backend.portable.compress(&portable, base + 1, count: count)
                SHA256Backend.x86SHA.compress(&native, base + 1, count: count)
            }
            #expect(portable == native, "\(count) blocks")
            #expect((portable == start) == (count == 0))
        }
    }
}
