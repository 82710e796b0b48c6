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

    @Test("Two digits are a number under a hundred")
    func twoDigits() {
        for number in 10..<100 as Range<UInt64> {
            let text = Array(String(number).utf8)
            #expect(DecimalDigits.text(ofTwoDigits: number) == UInt16(text[0]) | UInt16(text[1]) << 8)
        }
        #expect(DecimalDigits.text(ofTwoDigits: 7) == 0x3730)
    }

    @Test("Any other character at any place is noticed")
    func others() {
        for place in 0..<8 {
            for byte in UInt8.min ... .max {
                var text = Array("98765432".utf8)
                text[place] = byte
                let isDigit = (0x30...0x39).contains(byte)
                #expect(DecimalDigits.countOfDigits(in: word(text)) == (isDigit ? 8 : place), "\(byte) at \(place)")
                #expect((DecimalDigits.others(in: word(text)) == 0) == isDigit)
            }
        }
    }
}
