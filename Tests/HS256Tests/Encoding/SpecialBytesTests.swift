@testable import HS256
import Testing
import TestSupport

@Suite("The special bytes of a text")
struct SpecialBytesTests {
    private func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Texts of every length up to some blocks, with many special bytes or few.
    private static let texts: [[UInt8]] = {
        var random = SeededGenerator(seed: 0x5E_C1A1)
        return (1...200).flatMap { count in
            [1, 8, 300].map { rarity in
                (0..<count).map { _ in
                    Int.random(in: 0..<rarity, using: &random) == 0 ? UInt8.random(in: 0...255, using: &random) : 0x61
                }
            }
        }
    }()

    @Test("Each is found from wherever the search begins, and then the end")
    func found() {
        for text in Self.texts {
            text.withUnsafeBufferPointer { bytes in
                var memory: [UInt64] = [0]
                memory.withUnsafeMutableBufferPointer { memory in
                    var words = GrowableBuffer(lent: memory)
                    let special = SpecialBytes(of: bytes, in: &words)
                    for start in 0...text.count {
                        let expected = text[start...].firstIndex(where: isSpecial) ?? text.count
                        #expect(special.first(from: start) == expected, "\(text) from \(start)")
                    }
                }
            }
        }
    }

    @Test("On a processor without wide instructions, the same bytes are marked, and all behind the end")
    func withoutWideInstructions() {
        for text in Self.texts {
            var words = [UInt64](repeating: 0, count: text.count / 64 + 1)
            words.withUnsafeMutableBufferPointer { words in
                guard let words = words.baseAddress else { return }
                text.withUnsafeBufferPointer { SpecialBytes.mark($0, into: words) }
            }
            for offset in 0..<64 * words.count {
                let isMarked = words[offset / 64] >> UInt64(offset % 64) & 1 == 1
                let expected = offset >= text.count || isSpecial(text[offset])
                #expect(isMarked == expected, "\(offset) of \(text)")
            }
        }
    }
}
