@testable import HS256Primitives
import TestSupport
import Testing

@Suite("Comparison in constant time")
struct ConstantTimeTests {
    @Test("Equal values are equal")
    func equal() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let value = SIMD8<UInt32>.random(in: 0 ... .max, using: &generator)
            #expect(areEqual(value, value))
        }
    }

    @Test("A difference in any one bit is found")
    func oneBit() {
        var generator = SeededGenerator(seed: 4)
        let value = SIMD8<UInt32>.random(in: 0 ... .max, using: &generator)
        for bit in 0..<256 {
            let other = value ^ mask(bit)
            #expect(!areEqual(value, other), "bit \(bit)")
            #expect(!areEqual(other, value), "bit \(bit)")
        }
    }

    /// Words that are gathered by exclusive or, or added up, could cancel out.
    @Test("Differences in two words do not cancel out")
    func twoBits() {
        let value = SIMD8<UInt32>(repeating: 0x8000_0001)
        for first in 0..<8 {
            for second in 0..<8 where second != first {
                for bit in [0, 17, 31] {
                    #expect(!areEqual(value, value ^ mask(32 * first + bit) ^ mask(32 * second + bit)))
                }
            }
        }
    }

    private func areEqual(_ a: SIMD8<UInt32>, _ b: SIMD8<UInt32>) -> Bool {
        HMACSHA256.AuthenticationCode(words: a) == HMACSHA256.AuthenticationCode(words: b)
    }

    private func mask(_ bit: Int) -> SIMD8<UInt32> {
        var mask = SIMD8<UInt32>()
        mask[bit / 32] = 1 << UInt32(bit % 32)
        return mask
    }
}
