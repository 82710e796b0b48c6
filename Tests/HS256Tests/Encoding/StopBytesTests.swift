@testable import HS256
import Testing
import TestSupport

@Suite("Where a reader of JSON strings stops")
struct StopBytesTests {
    private func isStop(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Texts of every length up to some blocks, with many such bytes or few.
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
                Scratch.lend { scratch in
                    let stops = StopBytes(of: bytes, in: &scratch)
                    for start in 0...text.count {
                        let expected = text[start...].firstIndex(where: isStop) ?? text.count
                        #expect(stops.first(from: start) == expected, "\(text) from \(start)")
                    }
                }
            }
        }
    }
}
