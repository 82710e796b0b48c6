@testable import HS256
import TestSupport
import Testing

/// Memory that is taken is the taker's own, however much of it there is.
struct ScratchTests {
    @Test(arguments: [[], [1], [16, 1, 17], [1024], [1025], [1000, 100, 5_000, 3], Array(repeating: 100, count: 50)])
    func pieces(_ counts: [Int]) {
        Scratch.lend { scratch in
            var pieces: [UnsafeMutableBufferPointer<UInt8>] = []
            for (index, count) in counts.enumerated() {
                let piece = UnsafeMutableBufferPointer(start: scratch.take(count, of: UInt8.self), count: count)
                #expect(UInt(bitPattern: piece.baseAddress) % 16 == 0)
                piece.initialize(repeating: UInt8(index))
                pieces.append(piece)
            }
            for (index, piece) in pieces.enumerated() { #expect(piece.allSatisfy { $0 == UInt8(index) }) }
        }
    }

    /// A list keeps its elements, whatever memory is taken later.
    @Test(arguments: [0, 1, 100, 127, 128, 129, 3_000], [0, 1_000, 1_024, 1_100])
    func lists(_ count: Int, _ before: Int) {
        Scratch.lend { scratch in
            _ = scratch.take(before, of: UInt8.self)
            var kept: [UnsafeBufferPointer<Int>] = []
            for round in 0..<3 {
                var list = scratch.list(of: Int.self)
                for value in 0..<count { list.append(value &+ round) }
                kept.append(scratch.keep(list))
            }
            UnsafeMutableBufferPointer(start: scratch.take(500, of: UInt8.self), count: 500).initialize(repeating: 0xFF)
            for (round, elements) in kept.enumerated() {
                #expect(Array(elements) == (0..<count).map { $0 &+ round })
            }
        }
    }

    /// The bytes of a string, whatever its form: in itself, in memory, or in that of another runtime.
    @Test(arguments: [
        "", "a", "fifteen letters", "sixteen letters!", "caf\u{E9}", String(repeating: "\u{E9}", count: 900),
    ])
    func strings(_ string: String) {
        for form in [string, string + String(), String(string.reversed().reversed())] {
            Scratch.lend { scratch in
                withExtendedLifetime(form) { #expect(Array(scratch.utf8(of: form)) == Array(form.utf8)) }
            }
        }
    }

    @Test func errorsPass() {
        #expect(throws: JSONError.unexpectedEnd) {
            try Scratch.lend { (scratch) throws(JSONError) in
                _ = scratch.take(5_000, of: UInt8.self)
                throw JSONError.unexpectedEnd
            }
        }
    }
}
