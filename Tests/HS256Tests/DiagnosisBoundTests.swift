import HS256
import Testing

@Suite("A diagnosis of a text that is wrapped on purpose")
struct DiagnosisBoundTests {
    @Test("is as short for thousands of quotation marks as for a few", arguments: [20, 4_000])
    func isBounded(layers: Int) throws {
        let verifier = try JWTVerifier(key: HS256Key(utf8: "0123456789abcdef0123456789abcdef"))
        let quotes = String(repeating: "\"", count: layers)
        let findings = verifier.diagnose(quotes + "a.b.c" + quotes, at: 1_000)
        #expect(findings.count == TokenWrapping.maximumDepth + 1)
        #expect(findings.allSatisfy { $0.code == "jwt.token.wrapped" })
    }

    @Test("still finds what is inside eight things")
    func findsTheInside() throws {
        let verifier = try JWTVerifier(key: HS256Key(utf8: "0123456789abcdef0123456789abcdef"))
        let findings = verifier.diagnose(#"""""' Bearer "a.b.c"'"""""#, at: 1_000)
        #expect(findings.last?.code != "jwt.token.wrapped")
    }
}
