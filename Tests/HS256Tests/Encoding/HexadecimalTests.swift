@testable import HS256
import TestSupport
import Testing

@Suite("Hexadecimal digits")
struct HexadecimalTests {
    @Test("Every byte is a digit or not as Swift's own reading of numbers has it")
    func everyDigit() {
        for byte in UInt8.min ... .max {
            let character = Character(Unicode.Scalar(byte))
            let expected = character.isASCII ? character.hexDigitValue.map { UInt8($0) } : nil
            #expect(Hexadecimal.value(of: byte) == expected, "byte \(byte)")
        }
    }

    @Test("A value's digit is in lower case and reads back", arguments: UInt8(0)...15)
    func digit(value: UInt8) {
        #expect(String(Unicode.Scalar(Hexadecimal.digit(value))) == String(value, radix: 16))
        #expect(Hexadecimal.value(of: Hexadecimal.digit(value)) == value)
    }

    @Test("Pairs of digits in either case are bytes")
    func decodes() {
        #expect(Hexadecimal.decode("") == [])
        #expect(Hexadecimal.decode("00ff7Fa0B1") == [0x00, 0xFF, 0x7F, 0xA0, 0xB1])
        let all = (0..<256).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(Hexadecimal.decode(all) == Array(UInt8.min ... .max))
        #expect(Hexadecimal.decode(all.uppercased()) == Array(UInt8.min ... .max))
    }

    @Test(
        "Anything else is no bytes",
        arguments: ["0", "000", "0g", "g0", "0x00", "00 11", " 0011", "0011\n", "-1", "+1", "０0", "0\u{301}"])
    func refuses(text: String) {
        #expect(Hexadecimal.decode(text) == nil)
    }
}
