@testable import HS256
import Testing

struct JWTClaimsTests {
    @Test func typedAccessors() {
        var claims = JWTClaims()
        claims.issuer = "i"
        claims.subject = "s"
        claims.audience = ["a", "b"]
        claims.expiration = 1_700_000_900
        claims.notBefore = 1_700_000_000
        claims.issuedAt = NumericDate(unixSeconds: 1_700_000_001, nanoseconds: 5)
        claims.id = "j"
        #expect(
            claims.description
                == #"{"iss":"i","sub":"s","aud":["a","b"],"exp":1700000900,"nbf":1700000000,"iat":1700000001,"jti":"j"}"#
        )
        #expect(claims.issuer == "i" && claims.subject == "s" && claims.id == "j")
        #expect(claims.audience == ["a", "b"])
        #expect(claims.expiration == 1_700_000_900 && claims.notBefore == 1_700_000_000)
        #expect(claims.issuedAt == 1_700_000_001)

        claims.audience = "a"
        #expect(claims["aud"] == "a")
        claims.issuer = nil
        claims.subject = nil
        claims.audience = nil
        claims.expiration = nil
        claims.notBefore = nil
        claims.issuedAt = nil
        claims.id = nil
        #expect(claims == JWTClaims())
        #expect(claims.expiration == nil && claims.audience == nil && claims.issuer == nil)
    }

    @Test func subscriptKeepsTheOrder() {
        var claims = JWTClaims(["b": 1, "a": 2])
        claims["b"] = "new"
        claims["c"] = nil
        claims["caf\u{E9}"] = 1
        claims["cafe\u{301}"] = 2
        #expect(claims.members.members.map(\.name).map(\.unicodeScalars.count) == [1, 1, 4, 5])
        #expect(claims["b"] == "new" && claims["c"] == nil && claims["caf\u{E9}"] == 1)
        #expect(claims != JWTClaims(["a": 2, "b": "new"]))
    }

    /// Accessors of a claim of the wrong type say nil; such claims can be neither signed nor verified.
    @Test(
        arguments: [
            ("iss", 1), ("sub", nil), ("jti", ["x"]), ("aud", ["a", 1]), ("aud", 1), ("exp", "1700000900"),
            ("nbf", true),
            ("iat", nil), ("exp", [1]), ("iss", ["a": 1]),
        ] as [(String, JSONValue)])
    func wrongTypes(_ name: String, _ value: JSONValue) throws {
        let claims = try JWTClaims(JSONObject([.init(name, value)]))
        #expect(claims.issuer == nil && claims.subject == nil && claims.id == nil && claims.audience == nil)
        #expect(claims.expiration == nil && claims.notBefore == nil && claims.issuedAt == nil)
        let refusal = #expect(throws: HS256Error.self) { try JWTSigner(key: Sample.key).sign(claims) }
        #expect(refusal?.corpusRule == "claim-type")
        #expect(try Sample.refusal(claims.description, policy: .lax)?.corpusRule == "claim-type")
    }

    @Test(arguments: ["exp", "nbf", "iat"])
    func datesOutOfRange(_ name: String) throws {
        let key = try Sample.key
        for (number, unit) in [
            (-1, nil), (253_402_300_800, nil), (1_700_000_900_000, .milliseconds), (Int64.max, .nanoseconds),
            (Int64.min, nil),
        ] as [(Int64, SubsecondUnit?)] {
            let claims = try JWTClaims(JSONObject([.init(name, .number(JSONNumber(number)))]))
            let expected = HS256Error(.dateOutOfRange(name, likelyUnit: unit))
            #expect(throws: expected) { try JWTSigner(key: key).sign(claims) }
            #expect(try Sample.refusal(claims.description, policy: .lax) == expected)
        }
        for number in [0, 253_402_300_799] as [Int64] {
            let claims = try JWTClaims(JSONObject([.init(name, .number(JSONNumber(number)))]))
            #expect(throws: Never.self) { try JWTSigner(key: key).sign(claims) }
        }
    }

    @Test func registeredClaimsOfTheRightType() throws {
        let claims = JWTClaims([
            "iss": "", "sub": "", "jti": "", "aud": [], "exp": 1_700_000_900, "nbf": 0, "iat": 0, "other": nil,
        ])
        let token = try JWTSigner(key: Sample.key).sign(claims)
        #expect(
            try JWTVerifier(key: Sample.key, policy: .lax).verify(token, as: JWTClaims.self, at: Sample.now) == claims)
    }
}

extension ValidationPolicy {
    /// Looks at types, and at dates that are there.
    static var lax: ValidationPolicy { ValidationPolicy(audience: .notChecked, expiration: .mayBeAbsent) }
}
