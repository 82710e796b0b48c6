@testable import HS256
import TestSupport
import Testing

@Suite("Growable buffer")
struct GrowableBufferTests {
    @Test("Elements appended one by one stay in order past the lent memory", arguments: [0, 1, 2, 3, 32])
    func appendsOneByOne(capacity: Int) {
        withBuffer(of: Int32.self, capacity: capacity) { buffer in
            for value in 0..<Int32(1000) {
                buffer.append(value)
                #expect(buffer.count == Int(value) + 1)
            }
            #expect(Array(buffer.elements) == Array(0..<1000))
        }
    }

    @Test("Pieces of any length are appended whole", arguments: [1, 7, 64])
    func appendsPieces(capacity: Int) {
        withBuffer(of: UInt8.self, capacity: capacity) { buffer in
            var expected: [UInt8] = []
            for length in [0, 1, 6, 7, 1, 0, 57, 64, 300, 2] {
                let piece = sampleMessage(length)
                piece.withUnsafeBufferPointer { bytes in
                    guard let start = bytes.baseAddress else { return }
                    buffer.append(start, count: bytes.count)
                }
                expected += piece
                #expect(Array(buffer.elements) == expected)
            }
        }
    }

    @Test("What is written to the room counts once it is committed")
    func roomAndCommit() {
        withBuffer(of: UInt8.self, capacity: 4) { buffer in
            buffer.append(1)
            buffer.room(for: 3).initialize(repeating: 2, count: 3)
            #expect(Array(buffer.elements) == [1])
            buffer.commit(2, of: 3)
            #expect(Array(buffer.elements) == [1, 2, 2])
            buffer.room(for: 100).initialize(repeating: 3, count: 100)
            buffer.commit(100, of: 100)
            #expect(Array(buffer.elements) == [1, 2, 2] + [UInt8](repeating: 3, count: 100))
            buffer.commit(0, of: 3)
            #expect(buffer.count == 103)
        }
    }

    @Test("There is room as long as nothing need be moved")
    func hasRoom() {
        withBuffer(of: UInt8.self, capacity: 4) { buffer in
            buffer.append(1)
            let room = (buffer.hasRoom(for: 3), buffer.hasRoom(for: 4))
            #expect(room == (true, false))
        }
    }

    @Test("Elements are read and replaced by index, in lent memory and beyond")
    func indices() {
        withBuffer(of: Int.self, capacity: 2) { buffer in
            for value in 0..<10 { buffer.append(value) }
            buffer[0] = 100
            buffer[9] = 900
            #expect(buffer[0] == 100)
            #expect(buffer[5] == 5)
            #expect(Array(buffer.elements) == [100, 1, 2, 3, 4, 5, 6, 7, 8, 900])
        }
    }

    @Test("Nothing is written to the lent memory once it is full")
    func lentMemory() {
        var memory = [UInt8](repeating: 0xA5, count: 8)
        memory.withUnsafeMutableBufferPointer { memory in
            var buffer = GrowableBuffer(lent: UnsafeMutableBufferPointer(rebasing: memory[2..<6]))
            for value in UInt8(1)...20 { buffer.append(value) }
            #expect(Array(buffer.elements) == Array(1...20))
        }
        #expect(memory == [0xA5, 0xA5, 1, 2, 3, 4, 0xA5, 0xA5])
    }

    @Test("What is handed over is where it was, and stays")
    func release() {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { memory in
            for count in [0, 1, 4, 5, 100] {
                var buffer = GrowableBuffer(lent: memory)
                for value in 0..<count { buffer.append(UInt8(value)) }
                let (elements, isOnHeap) = buffer.release()
                #expect(isOnHeap == (count > 4))
                #expect(Array(elements) == Array(0..<UInt8(count)))
                if isOnHeap { elements.deallocate() }
            }
        }
    }

    @Test("Misuse traps")
    func traps() async {
        await #expect(processExitsWith: .failure) {
            withBuffer(of: UInt8.self, capacity: 4) { $0.commit(5, of: 4) }
        }
        await #expect(processExitsWith: .failure) {
            withBuffer(of: UInt8.self, capacity: 4) { $0.commit(-1, of: 4) }
        }
        await #expect(processExitsWith: .failure) {
            withBuffer(of: UInt8.self, capacity: 4) { buffer in
                buffer.append(1)
                buffer[1] = 2
            }
        }
    }
}

/// Calls `body` with an empty buffer in lent memory.
private func withBuffer<Element: BitwiseCopyable>(
    of type: Element.Type, capacity: Int, _ body: (inout GrowableBuffer<Element>) -> Void
) {
    withUnsafeTemporaryAllocation(of: type, capacity: capacity) { memory in
        var buffer = GrowableBuffer(lent: memory)
        body(&buffer)
    }
}
