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
        let bytes = try withUTF8(of: "aGk..AA") { (text) throws(HS256Error) -> [[UInt8]] in
            let token = try CompactToken(text)
            return [try token.decoded(.header), try token.decoded(.payload), try token.decoded(.signature)]
        }
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
                try withUTF8(of: parts.joined(separator: ".")) { (text) throws(HS256Error) in
                    _ = try CompactToken(text).decoded(segment)
                }
            }
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
            ("", nil, nil), ("a.b.c", nil, nil), ("Bearer a.b.c", .bearer, "a.b.c"), ("bearer a", .bearer, "a"),
            ("BEARER a", .bearer, "a"), ("Bearer", nil, nil), ("Bearera", nil, nil), ("JWT a.b.c", .jwt, "a.b.c"),
            ("jwt a", .jwt, "a"), ("JWTa", nil, nil), ("\"a\"", .quotes, "a"), ("'a'", .quotes, "a"), ("\"a", nil, nil),
            ("a'", nil, nil), ("\"a'", nil, nil), (" a", .whitespace, "a"), ("a\n", .whitespace, "a"),
            ("\r\n", .whitespace, ""),
            ("\t a b \n", .whitespace, "a b"), ("\"", .quotes, ""), ("\"\"", .quotes, ""), ("{\"a\":1}", nil, nil),
        ] as [(String, TokenWrapping?, String?)])
    func whatStandsAround(_ text: String, _ wrapping: TokenWrapping?, _ inside: String?) {
        #expect(around(text) == wrapping)
        #expect(wrapping?.unwrap(text) == inside)
    }

    @Test func names() {
        let names = TokenWrapping.allCases.map(\.description)
        #expect(Set(names).count == 4 && !names.contains(""))
    }
}
