@testable import HS256
import Testing

struct CompactTokenTests {
    private func parts(of text: String) throws(HS256Error) -> [String] {
        try withUTF8(of: text) { (bytes) throws(HS256Error) -> [String] in
            let token = try CompactToken(bytes)
            return [token.segment(.header), token.segment(.payload), token.segment(.signature), token.signingInput]
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(arguments: [
        ("a.b.c", ["a", "b", "c", "a.b"]), ("..", ["", "", "", "."]), (".b.", ["", "b", "", ".b"]),
        ("abc.defg.h", ["abc", "defg", "h", "abc.defg"]), ("a..", ["a", "", "", "a."]),
    ])
    func parts(_ text: String, _ expected: [String]) throws {
        #expect(try parts(of: text) == expected)
    }

    @Test(
        arguments: [
            ("", 1, .empty), ("   ", 1, .empty), ("\n\t", 1, .empty), ("abc", 1, nil), ("a.b", 2, nil),
            ("a.b.c.d", 4, nil),
            ("a.b.c.d.e", 5, .encryptedToken), ("....", 5, .encryptedToken), (".....", 6, nil), ("{}", 1, .jsonObject),
            (" {\"token\":\"x\"}", 1, .jsonObject), ("{\"a\":1.5,\"b\":2.5,\"c\":3.5}", 4, .jsonObject),
            ("{\"a\":\"a.b.c.d.e\"}", 5, .jsonObject),
        ] as [(String, Int, TokenResemblance?)])
    func otherCounts(_ text: String, _ count: Int, _ resemblance: TokenResemblance?) {
        #expect(throws: HS256Error(.notThreeSegments(count: count, resemblance: resemblance))) { try parts(of: text) }
    }

    @Test func decoding() throws {
        let bytes = try TokenSegment.allCases.map { try decoded($0, of: "aGk..AA") }
        #expect(bytes == [Array("hi".utf8), [], [0]])
    }

    @Test(arguments: TokenSegment.allCases)
    func decodingFaults(_ segment: TokenSegment) throws {
        let index = try #require(TokenSegment.allCases.firstIndex(of: segment))
        for (text, fault) in [
            ("A", .impossibleLength(1)), ("AA==", .padding(offset: 2)), ("A+", .invalidByte(0x2B, offset: 1)),
            ("AB", .nonZeroTrailingBits), ("A A", .invalidByte(0x20, offset: 1)),
        ] as [(String, Base64URLError)] {
            var parts = ["AA", "AA", "AA"]
            parts[index] = text
            #expect(throws: HS256Error(.segmentEncoding(segment, fault))) {
                try decoded(segment, of: parts.joined(separator: "."))
            }
        }
    }

    /// Where the header is known, the second dot is taken to be where a signature of HS256 leaves it.
    @Test func knownHeader() throws {
        let signature = String(repeating: "A", count: 43)
        for (text, isTaken) in [
            ("a.b.\(signature)", true), ("a..\(signature)", true), ("a.b.c.\(signature)", true),
            ("a.\(signature)", false), ("a.b.\(signature)A", false), ("a.b.\(signature.dropLast())", false),
            ("a.", false),
        ] {
            try withUTF8(of: text) { (text) throws(HS256Error) in
                let token = CompactToken(text, firstDot: 1)
                #expect((token != nil) == isTaken)
                guard let token else { return }
                let all = try? CompactToken(text)
                #expect(all == nil || all?.segment(.payload).elementsEqual(token.segment(.payload)) == true)
                // A dot too many is found by the decoding.
                guard all == nil else { return }
                #expect(Scratch.lend { scratch in token.decode(.payload, in: &scratch) == nil })
            }
        }
    }

    private func decoded(_ segment: TokenSegment, of text: String) throws(HS256Error) -> [UInt8] {
        try Scratch.lend { (scratch) throws(HS256Error) -> [UInt8] in
            defer { withExtendedLifetime(text) {} }
            let token = try CompactToken(scratch.utf8(of: text))
            guard let bytes = token.decode(segment, in: &scratch) else { throw token.refusal(of: segment) }
            return Array(bytes)
        }
    }

    @Test func segmentNames() {
        #expect(TokenSegment.allCases.map(\.description) == ["header", "payload", "signature"])
    }
}

struct TokenWrappingTests {
    private func around(_ text: String) -> TokenWrapping? {
        withUTF8(of: text) { TokenWrapping.around($0) }
    }

    @Test(
        arguments: [
            ("", nil), ("a.b.c", nil), ("Bearer a.b.c", .bearer), ("bearer a", .bearer), ("BEARER a", .bearer),
            ("Bearer", nil), ("Bearera", nil), ("JWT a.b.c", .jwt), ("jwt a", .jwt), ("JWTa", nil), ("\"a\"", .quotes),
            ("'a'", .quotes), ("\"a", nil), ("a'", nil), ("\"a'", nil), (" a", .whitespace), ("a\n", .whitespace),
            ("\r\n", .whitespace), ("\t a b \n", .whitespace), ("\"", .quotes), ("\"\"", .quotes), ("{\"a\":1}", nil),
        ] as [(String, TokenWrapping?)])
    func whatIsAround(_ text: String, _ wrapping: TokenWrapping?) {
        #expect(around(text) == wrapping)
    }

    @Test func names() {
        let names = TokenWrapping.allCases.map(\.description)
        #expect(Set(names).count == 5 && !names.contains(""))
    }
}
