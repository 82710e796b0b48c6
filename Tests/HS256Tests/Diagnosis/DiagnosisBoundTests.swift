import HS256
import TestSupport
import Testing

@Suite("A diagnosis of a text that is wrapped on purpose")
struct DiagnosisBoundTests {
    @Test("is as short for thousands of marks as for a few", arguments: [20, 4_000])
    func isBounded(layers: Int) throws {
        let verifier = try JWTVerifier(key: HS256Key(utf8: "0123456789abcdef0123456789abcdef"))
        for mark in ["\"", "Bearer ", "{\"a\":", "%22", "\\\"", "&quot;", "( ", "\u{200B}"] {
            let marks = String(repeating: mark, count: layers)
            let findings = verifier.diagnose(marks + "eyJhbGciOiJIUzI1NiJ9.e30.AAAA" + marks, at: 1_000)
            #expect(findings.count < 12, "\(mark)")
        }
    }

    @Test("finds the token inside several things")
    func findsTheInside() throws {
        let key = try HS256Key(utf8: "0123456789abcdef0123456789abcdef")
        let token = HandmadeToken.signed(payload: "{\"exp\":1}", key: key)
        let findings = try JWTVerifier(key: key).diagnose("\"(Bearer `\(token)`);\"\n", at: 1_000)
        #expect(findings.map(\.code.rawValue) == ["jwt.token.wrapped", "jwt.exp.passed"])
        #expect(findings.allSatisfy { !$0.isUnauthenticated })
    }
}
