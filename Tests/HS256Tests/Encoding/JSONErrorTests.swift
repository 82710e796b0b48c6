import HS256
import Testing

@Suite("What a JSON error says")
struct JSONErrorTests {
    @Test(
        "The description names the fault and the place",
        arguments: [
            (.unexpectedEnd, ["ends too early"]), (.unexpectedByte(offset: 17), ["offset 17"]),
            (.trailingText(offset: 17), ["follows", "offset 17"]),
            (.invalidNumber(offset: 17), ["number", "offset 17"]),
            (.controlCharacter(offset: 17), ["control character", "offset 17"]),
            (.invalidEscape(offset: 17), ["escape", "offset 17"]),
            (.loneSurrogate(offset: 17), ["surrogate", "offset 17"]),
            (.invalidUTF8(offset: 17), ["UTF-8", "offset 17"]), (.byteOrderMark, ["byte-order mark"]),
            (.duplicateName("exp"), ["\"exp\"", "twice"]), (.tooDeep(limit: 32), ["32"]), (.tooLong, ["2 GiB"]),
            (.notAnObject, ["not an object"]),
        ] as [(JSONError, [String])])
    func description(error: JSONError, parts: [String]) {
        for part in parts { #expect(error.description.contains(part)) }
        #expect(!error.description.hasSuffix("."))
    }

    @Test("A stranger's name neither fills a log nor drives a terminal")
    func hostileName() {
        let error = JSONError.duplicateName("\u{1B}[2J" + String(repeating: "x", count: 10_000))
        #expect(error.description.unicodeScalars.count < 120)
        #expect(!error.description.unicodeScalars.contains("\u{1B}"))
    }
}
