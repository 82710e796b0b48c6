import HS256
import TestSupport
import Testing

@Suite("Strings of a JSON text")
struct JSONStringsTests {
    private func string(_ text: String) throws -> [Unicode.Scalar] {
        guard case .string(let string) = try JSONValue(parsing: text) else { return [] }
        return Array(string.unicodeScalars)
    }

    @Test(
        "Escapes stand for one scalar",
        arguments: [
            (#""\"""#, "\""), (#""\\""#, "\\"), (#""\/""#, "/"), (#""\b""#, "\u{8}"), (#""\f""#, "\u{C}"),
            (#""\n""#, "\n"), (#""\r""#, "\r"), (#""\t""#, "\t"), (#""\u0000""#, "\0"), (#""\u0041""#, "A"),
            (#""\u007f""#, "\u{7F}"), (#""\u0080""#, "\u{80}"), (#""\u07FF""#, "\u{7FF}"), (#""\u0800""#, "\u{800}"),
            (#""\uD7ff""#, "\u{D7FF}"), (#""\uE000""#, "\u{E000}"), (#""\uffff""#, "\u{FFFF}"),
            (#""\ud800\udc00""#, "\u{10000}"), (#""\uD83D\uDE00""#, "😀"), (#""\udbff\udfff""#, "\u{10FFFF}"),
            (#""\u2028""#, "\u{2028}"), (#""\uFEFF""#, "\u{FEFF}"),
        ])
    func escapes(text: String, scalar: Unicode.Scalar) throws {
        #expect(try string(text) == [scalar])
        // The same between other characters, at each place of the 64 bytes that are looked at together.
        let escape = text.dropFirst().dropLast()
        for count in 0...70 {
            let filler = String(repeating: "x", count: count)
            let expected = Array(filler.unicodeScalars) + [scalar, scalar] + Array((filler + "é").unicodeScalars)
            #expect(try string("\"\(filler)\(escape)\(escape)\(filler)é\"") == expected)
        }
    }

    @Test("Every scalar stands for itself, or escaped in UTF-16 for the same")
    func everyScalar() throws {
        var generator = SeededGenerator(seed: 8)
        let scalars = (0..<20_000).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0x20...0x10FFFF, using: &generator))
        }
        for scalar in scalars + (0x20...0x8FF).compactMap({ Unicode.Scalar(UInt32($0)) }) {
            let escaped = String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            guard try string("\"\(escaped.joined())\"") == [scalar] else {
                Issue.record("\(escaped)")
                continue
            }
            if scalar != "\"" && scalar != "\\" { #expect(try string("\"\(scalar)\"") == [scalar]) }
        }
    }

    @Test(
        "Escapes that JSON does not know",
        arguments: [
            (#""\x41""#, 1), (#""\a""#, 1), (#""\0""#, 1), (#""\U0041""#, 1), (#""\'""#, 1), (#""a\ ""#, 2),
            (#""\u004""#, 1), (#""\u00g0""#, 1), (#""ab\u+041""#, 3), (#""\u{41}""#, 1), (#"["a", "\v"]"#, 7),
            (#""\ud83d\u12""#, 1), (#""\ud83d\uzzzz""#, 1), (#""\é""#, 1), (#""\u００４１""#, 1), (#"{"\q":1}"#, 2),
        ])
    func invalidEscape(text: String, offset: Int) {
        #expect(throws: JSONError.invalidEscape(offset: offset)) { try JSONValue(parsing: text) }
    }

    @Test(
        "Half a surrogate pair",
        arguments: [
            (#""\ud800""#, 1), (#""\udc00""#, 1), (#""\udfff""#, 1), (#""\uDBFF""#, 1), (#""a\ud83dx""#, 2),
            (#""\ud83d\n""#, 1), (#""\ud83d\u0041""#, 1), (#""\ud83d\ud83d""#, 1), (#""\ud83d\ue000""#, 1),
            (#""\ude00\ud83d""#, 1), (#""\udc00\udc00""#, 1), (#""\ud83d\ude00\ude00""#, 13), (#"{"\ud800":1}"#, 2),
            (#"["", "\udbff\\udfff"]"#, 6),
            (#""\ud83d"#, 1), (#""\ud83d\"#, 1),
        ])
    func loneSurrogate(text: String, offset: Int) {
        #expect(throws: JSONError.loneSurrogate(offset: offset)) { try JSONValue(parsing: text) }
    }

    @Test("Control characters must be escaped, wherever they stand", arguments: UInt8(0)..<0x20)
    func controlCharacter(byte: UInt8) {
        let scalar = String(Unicode.Scalar(byte))
        for count in 0...17 {
            let filler = String(repeating: "x", count: count)
            for text in ["\"\(filler)\(scalar)\"", "\"\(filler)\(scalar)yyyyyyyyyyyyyyyy\""] {
                #expect(throws: JSONError.controlCharacter(offset: count + 1)) { try JSONValue(parsing: text) }
            }
        }
        #expect(throws: JSONError.controlCharacter(offset: 3)) { try JSONValue(parsing: "{\"a\(scalar)\":1}") }
    }

    @Test("DEL and what follows it need no escape")
    func highControls() throws {
        #expect(try string("\"\u{7F}\u{80}\u{9F}\"") == ["\u{7F}", "\u{80}", "\u{9F}"])
        #expect(try string("\"\u{2028}\u{2029}\u{FEFF}\"") == ["\u{2028}", "\u{2029}", "\u{FEFF}"])
    }

    @Test(
        "Bytes that are not UTF-8",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
            [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0x28],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        for count in 0...17 {
            let text = [0x22] + [UInt8](repeating: 0x78, count: count) + bytes + [0x22]
            #expect(throws: JSONError.invalidUTF8(offset: count + 1)) { try JSONValue(parsing: text) }
            // Cut off at the end of the text: the same fault, not a read past the end.
            #expect(throws: JSONError.invalidUTF8(offset: count + 1)) { try JSONValue(parsing: text.dropLast()) }
            #expect(throws: JSONError.invalidUTF8(offset: count + 2)) { try JSONValue(parsing: [0x7B] + text + [0x3A]) }
        }
        #expect(throws: JSONError.unexpectedByte(offset: 1)) { try JSONValue(parsing: [0x5B] + bytes) }
    }
}
