@testable import HS256
import Testing

@Suite("A place for one value")
struct FilledOnceTests {
    /// Counts how many of its kind there are.
    private final class Counted {
        let count: UnsafeMutablePointer<Int>

        init(_ count: UnsafeMutablePointer<Int>) {
            self.count = count
            count.pointee += 1
        }

        deinit { count.pointee -= 1 }
    }

    @Test("The value is handed out, and let go with an error")
    func values() throws {
        var count = 0
        try withUnsafeMutablePointer(to: &count) { count in
            let value = try FilledOnce.value { (place: inout FilledOnce<Counted>) throws(HS256Error) in
                place.fill(Counted(count))
            }
            #expect(value.count.pointee == 1)
            #expect(throws: HS256Error(.keyEmpty)) {
                _ = try FilledOnce.value { (place: inout FilledOnce<Counted>) throws(HS256Error) in
                    place.fill(Counted(count))
                    throw HS256Error(.keyEmpty)
                }
            }
            #expect(count.pointee == 1)
            withExtendedLifetime(value) {}
        }
        #expect(count == 0)
    }

    @Test("Misuse traps")
    func misuse() async {
        await #expect(processExitsWith: .failure) {
            _ = try FilledOnce.value { (_: inout FilledOnce<Int>) throws(HS256Error) in }
        }
        await #expect(processExitsWith: .failure) {
            _ = try FilledOnce.value { (place: inout FilledOnce<Int>) throws(HS256Error) in
                place.fill(1)
                place.fill(2)
            }
        }
    }
}
