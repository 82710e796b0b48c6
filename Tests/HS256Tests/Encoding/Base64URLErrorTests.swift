import HS256
import Testing

@Suite("What a base64url error says")
struct Base64URLErrorTests {
    @Test(
        "The description names the fault and the place",
        arguments: [
            (.invalidByte(0x0A, offset: 7), ["a line break", "offset 7"]),
            (.invalidByte(0x0D, offset: 7), ["a line break"]),
            (.invalidByte(0x20, offset: 1), ["a space", "offset 1"]),
            (.invalidByte(0x09, offset: 1), ["a tab"]),
            (.invalidByte(0x2B, offset: 3), ["\"+\"", "standard base64"]),
            (.invalidByte(0x2F, offset: 3), ["\"/\"", "standard base64"]),
            (.invalidByte(0x2E, offset: 3), ["\".\"", "offset 3"]),
            (.invalidByte(0x7E, offset: 3), ["\"~\""]),
            (.invalidByte(0xC3, offset: 3), ["a non-ASCII character"]),
            (.invalidByte(0x00, offset: 3), ["a control character"]),
            (.invalidByte(0x1B, offset: 3), ["a control character"]),
            (.invalidByte(0x7F, offset: 3), ["a control character"]),
            (.padding(offset: 9), ["\"=\"", "offset 9", "no padding"]),
            (.impossibleLength(5), ["5 characters", "modulo 4"]),
            (.nonZeroTrailingBits, ["last character"]),
        ] as [(Base64URLError, [String])])
    func description(error: Base64URLError, parts: [String]) {
        for part in parts { #expect(error.description.contains(part)) }
        #expect(!error.description.hasSuffix("."))
        #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 || $0.value > 0x7E })
    }
}
