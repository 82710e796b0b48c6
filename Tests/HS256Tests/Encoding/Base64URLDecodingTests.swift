@testable import HS256
import TestSupport
import Testing

@Suite("What base64url decoding refuses")
struct Base64URLDecodingTests {
    @Test(
        "Every byte value at every position is accepted exactly if it is in the alphabet",
        arguments: [1, 2, 3, 4, 5, 6, 7, 15, 16, 17, 18, 19, 20, 32, 39])
    func everyByteEverywhere(count: Int) {
        // A character whose own bits are not all zero, but none of those that the last one may leave over.
        let text = [UInt8](repeating: UInt8(ascii: "w"), count: count)
        for position in 0..<count {
            for byte in UInt8.min ... .max {
                var changed = text
                changed[position] = byte
                let expected = ReferenceBase64URL.decode(changed)
                guard Base64URL.decodeBytes(changed) == expected else {
                    Issue.record("byte \(byte) at \(position): \(Base64URL.decodeBytes(changed)), not \(expected)")
                    continue
                }
                if count % 4 == 0 {
                    #expect((try? expected.get()) != nil || !ReferenceBase64URL.alphabet.contains(byte))
                }
            }
        }
    }

    @Test("Random text of the alphabet and its neighbours")
    func randomText() {
        var generator = SeededGenerator(seed: 6)
        let nearly = ReferenceBase64URL.alphabet + ReferenceBase64URL.alphabet + Array("=+/ .@[`{:,^\0\u{7F}".utf8)
        for count in 0...70 {
            for _ in 0..<20 {
                // One byte of the larger set and the rest of the alphabet, so that good texts come up too.
                var text = (0..<count).map { _ in
                    ReferenceBase64URL.alphabet.randomElement(using: &generator) ?? 0
                }
                if let index = text.indices.randomElement(using: &generator) {
                    text[index] = nearly.randomElement(using: &generator) ?? 0
                }
                #expect(Base64URL.decodeBytes(text) == ReferenceBase64URL.decode(text), "\(text)")
            }
        }
    }

    @Test("Bits left over after the last byte must be zero", arguments: [0, 4, 12, 16, 32])
    func trailingBits(lead: Int) {
        let start = String(repeating: "A", count: lead)
        for (value, character) in ReferenceBase64URL.alphabet.enumerated() {
            let last = String(Unicode.Scalar(character))
            // RFC 4648 3.5: two characters leave four bits over, three leave two.
            #expect((try? Base64URL.decode(start + "A" + last)) != nil || value % 16 != 0)
            #expect((try? Base64URL.decode(start + "A" + last)) == nil || value % 16 == 0)
            #expect((try? Base64URL.decode(start + "AA" + last)) != nil || value % 4 != 0)
            #expect((try? Base64URL.decode(start + "AA" + last)) == nil || value % 4 == 0)
        }
        #expect(throws: Base64URLError.nonZeroTrailingBits) { try Base64URL.decode(start + "AB") }
        #expect(throws: Base64URLError.nonZeroTrailingBits) { try Base64URL.decode(start + "AAB") }
    }

    @Test(
        "Of several faults the first invalid byte is named, then the length, then the bits",
        arguments: [
            ("A+B/", .invalidByte(0x2B, offset: 1)),
            ("A=B+", .padding(offset: 1)),
            ("A+B=", .invalidByte(0x2B, offset: 1)),
            ("AAAA+", .invalidByte(0x2B, offset: 4)),
            ("AAAAA", .impossibleLength(5)),
            ("_", .impossibleLength(1)),
            ("=", .padding(offset: 0)),
            ("_+", .invalidByte(0x2B, offset: 1)),
            ("__=", .padding(offset: 2)),
            ("__", .nonZeroTrailingBits),
            ("AAAAAAAAAAAAAAAA_", .impossibleLength(17)),
            ("AAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAA/_", .invalidByte(0x0A, offset: 15)),
            ("AAAAAAAAAAAAAAAAAAAA\n", .invalidByte(0x0A, offset: 20)),
            ("\u{E9}A", .invalidByte(0xC3, offset: 0)),
        ] as [(String, Base64URLError)])
    func whichFault(text: String, fault: Base64URLError) {
        #expect(throws: fault) { try Base64URL.decode(text) }
    }
}
