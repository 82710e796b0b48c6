@testable import HS256
import Testing

@Suite("Excerpts of strings")
struct StringExcerptTests {
    @Test(
        "A short string stands in quotation marks as it is",
        arguments: ["", "Jane Soap", "café", "日本語", "😀👍🏽", "a\u{301}", "~"])
    func plain(text: String) {
        #expect(text.excerpt == "\"\(text)\"")
        #expect(text.excerpt(quoted: true) == "\"\(text)\"")
        #expect(text.excerpt(quoted: false) == text)
    }

    @Test(
        "Scalars that would change what stands around them are escaped",
        arguments: [
            0x00, 0x07, 0x0A, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
            0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206F, 0xFEFF,
        ] as [UInt32])
    func unsafeScalars(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(!scalar.isSafeToShow)
        #expect("a\(scalar)b".excerpt == "\"a\\u{\(String(value, radix: 16))}b\"")
    }

    @Test(
        "The scalars next to those are not",
        arguments: [0x20, 0x7E, 0xA0, 0x061B, 0x061D, 0x200A, 0x2010, 0x2027, 0x202F, 0x205F, 0x2070, 0xFEFE, 0xFF00]
            as [UInt32])
    func safeScalars(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(scalar.isSafeToShow)
        #expect(Array("a\(scalar)b".excerpt.unicodeScalars) == Array("\"a\(scalar)b\"".unicodeScalars))
    }

    /// A carriage return and a line feed are one `Character` of Swift's; each must be seen.
    @Test("A line break of two characters is escaped as two")
    func lineBreak() {
        #expect("a\r\nb".excerpt == #""a\u{d}\u{a}b""#)
    }

    @Test("Forty scalars are shown, and of more the first forty and an ellipsis")
    func length() {
        let forty = String(repeating: "x", count: 40)
        #expect(forty.excerpt == "\"\(forty)\"")
        #expect((forty + "y").excerpt == "\"\(forty)…\"")
        #expect((forty + "y").excerpt(quoted: false) == "\(forty)…")
        #expect(String(repeating: "x", count: 100_000).excerpt == "\"\(forty)…\"")

        // Scalars count, not Characters, of which one can be any number of scalars.
        let stacked = "e" + String(repeating: "\u{301}", count: 100)
        #expect(stacked.count == 1)
        #expect(stacked.excerpt(quoted: false).unicodeScalars.count == 41)
    }
}
