@testable import HS256
import Testing

@Suite("Eight decimal digits")
struct DecimalDigitsTests {
    private func word(_ bytes: [UInt8]) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    static let numbers: [UInt32] = [
        0, 1, 9, 10, 99, 100, 12_345_678, 87_654_321, 90_909_090, 9_090_909, 10_000_000, 99_999_999, 99_990_000, 9_999,
    ]

    @Test("A number is what its digits say", arguments: numbers)
    func value(number: UInt32) {
        let text = Array(String(String(number + 100_000_000).dropFirst()).utf8)
        #expect(DecimalDigits.value(of: word(text)) == number)
        #expect(DecimalDigits(UInt64(number)).text == word(text))
    }

    @Test("Any other character at any place is noticed")
    func others() {
        for place in 0..<8 {
            for byte in UInt8.min ... .max {
                var text = Array("98765432".utf8)
                text[place] = byte
                let isDigit = (0x30...0x39).contains(byte)
                #expect(DecimalDigits.countOfDigits(in: word(text)) == (isDigit ? 8 : place), "\(byte) at \(place)")
                #expect((DecimalDigits.value(of: word(text)) == nil) == !isDigit)
            }
        }
    }
}
