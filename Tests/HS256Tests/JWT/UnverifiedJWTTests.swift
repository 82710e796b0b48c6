import HS256
import TestSupport
import Testing

struct UnverifiedJWTTests {
    /// Whatever it claims and whoever signed it.
    @Test func contents() throws {
        let header = #"{"typ":5,"alg":"none","crit":["x"],"jwk":{"k":"v"}}"#
        let text = HandmadeToken.signed(
            header: header, payload: #"{"b":null,"exp":"x","a":1.50}"#, key: try Sample.otherKey)
        let token = try UnverifiedJWT(unverified: text)
        #expect(token.header == ["typ": 5, "alg": "none", "crit": ["x"], "jwk": ["k": "v"]])
        #expect(token.claims.description == #"{"b":null,"exp":"x","a":1.50}"#)
        #expect(token.signatureByteCount == 32)
        let unsigned = text[...(try #require(text.lastIndex(of: ".")))]
        #expect(try UnverifiedJWT(unverified: String(unsigned)).signatureByteCount == 0)
        #expect(try UnverifiedJWT(unverified: unsigned + "AAAA").signatureByteCount == 3)
    }

    @Test(
        arguments: [
            ("", .notThreeSegments(count: 1, resemblance: .empty)),
            ("a.b", .notThreeSegments(count: 2, resemblance: nil)),
            ("..", .headerNotJSON(.unexpectedEnd)), ("e30..", .payloadNotJSON(.unexpectedEnd)),
            ("W10.e30.", .headerNotJSON(.notAnObject)), ("e30.W10.", .payloadNotJSON(.notAnObject)),
            ("e30.e30.A", .segmentEncoding(.signature, .impossibleLength(1))), ("\"e30.e30.\"", .tokenWrapped(.quotes)),
            ("e=0.e30.", .segmentEncoding(.header, .padding(offset: 1))), ("e30.e3!.", nil),
            ("Bearer e30.e30.", .tokenWrapped(.bearer)),
        ] as [(String, HS256Error.Cause?)])
    func form(_ text: String, _ expected: HS256Error.Cause?) {
        let error = #expect(throws: HS256Error.self) { try UnverifiedJWT(unverified: text) }
        if let expected { #expect(error?.cause == expected) }
    }

    @Test func duplicates() throws {
        let twice = try Sample.token(#"{"a":1,"a":2}"#)
        #expect(throws: HS256Error(.payloadNotJSON(.duplicateName("a")))) { try UnverifiedJWT(unverified: twice) }
    }
}
