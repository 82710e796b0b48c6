@testable import HS256
import TestSupport
import Testing

/// The oracle is Swift's own encoder, run over every Unicode scalar: what it writes is well-formed, and nothing else.
@Suite("Checks of UTF-8 sequences")
struct UTF8ValidationTests {
    private func length(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return nil }
            return UTF8Validation.sequenceLength(start, available: bytes.count)
        }
    }

    private func scalars(_ range: ClosedRange<UInt32>) -> some Sequence<Unicode.Scalar> {
        range.lazy.compactMap { Unicode.Scalar($0) }
    }

    @Test("One byte of 0x80 or more is never a sequence")
    func oneByte() {
        for byte in UInt8(0x80)...0xFF { #expect(length([byte]) == nil) }
    }

    @Test("Every sequence of two bytes")
    func twoBytes() {
        let wellFormed = Set(scalars(0x80...0x7FF).map { Array(String($0).utf8) })
        #expect(wellFormed.count == 0x780)
        for first in UInt8(0x80)...0xFF {
            for second in UInt8.min ... .max {
                let expected = wellFormed.contains([first, second]) ? 2 : nil
                #expect(length([first, second]) == expected, "\(first) \(second)")
            }
        }
    }

    @Test("Every sequence of three bytes")
    func threeBytes() {
        // By the last 23 bits of the three bytes, since the first bit is always set.
        var lengths = [UInt8](repeating: 0, count: 1 << 23)
        for scalar in scalars(0x80...0x7FF) {
            let bytes = Array(String(scalar).utf8)
            for third in 0..<256 { lengths[(Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | third) & 0x7F_FFFF] = 2 }
        }
        for scalar in scalars(0x800...0xFFFF) {
            let bytes = Array(String(scalar).utf8)
            lengths[(Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | Int(bytes[2])) & 0x7F_FFFF] = 3
        }
        var wrong: [Int] = []
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3) { bytes in
            guard let start = bytes.baseAddress else { return }
            var sequence = 0x80_0000
            while sequence < 0x100_0000 {
                bytes[0] = UInt8(truncatingIfNeeded: sequence >> 16)
                bytes[1] = UInt8(truncatingIfNeeded: sequence >> 8)
                bytes[2] = UInt8(truncatingIfNeeded: sequence)
                let expected = lengths[sequence & 0x7F_FFFF]
                if UTF8Validation.sequenceLength(start, available: 3) ?? 0 != expected { wrong.append(sequence) }
                sequence += 1
            }
        }
        #expect(wrong.prefix(5).map { String($0, radix: 16) } == [])
    }

    @Test("Every scalar of four bytes, and each cut off")
    func fourBytes() {
        var wrong: [UInt32] = []
        for value in UInt32(0x1_0000)...0x10_FFFF {
            // RFC 3629 3: the bits of a scalar above U+FFFF.
            let bytes = [
                0xF0 | UInt8(value >> 18), 0x80 | UInt8(value >> 12 & 0x3F), 0x80 | UInt8(value >> 6 & 0x3F),
                0x80 | UInt8(value & 0x3F),
            ]
            if length(bytes) != 4 { wrong.append(value) }
            if value % 97 == 0, (1...3).contains(where: { length(Array(bytes.prefix($0))) != nil }) {
                wrong.append(value)
            }
        }
        #expect(wrong.prefix(5).map { String($0, radix: 16) } == [])
    }

    @Test("Bytes near the edges of what is well-formed, against String(validating:as:)")
    func randomBytes() {
        var generator = SeededGenerator(seed: 7)
        let lead: [UInt8] = [0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF]
        let next: [UInt8] = [0x00, 0x22, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xED, 0xFF]
        for _ in 0..<100_000 {
            let count = Int.random(in: 1...5, using: &generator)
            var bytes = (0..<count).map { _ in next.randomElement(using: &generator) ?? 0 }
            bytes[0] = lead.randomElement(using: &generator) ?? 0xFF
            // The sequence is as long as the shortest beginning that is valid by itself.
            let expected = (1...count).first { String(validating: bytes.prefix($0), as: UTF8.self) != nil }
            #expect(length(bytes) == expected, "\(bytes)")
        }
    }
}
