import HS256
import TestSupport
import Testing

/// Registered claims and header parameters are found by their names, whatever the names are written with.
struct ClaimLocationTests {
    private func refusal(header: String = HandmadeToken.header, payload: String) throws -> String? {
        let token = HandmadeToken.signed(header: header, payload: payload, key: try Sample.key)
        let verifier = try JWTVerifier(key: Sample.key)
        do throws(HS256Error) {
            _ = try verifier.verify(token, at: 1_700_000_000)
            return nil
        } catch {
            return error.code.rawValue
        }
    }

    @Test(arguments: [
        #""exp""#, #""\u0065xp""#, #""e\u0078p""#, #""\u0065\u0078\u0070""#,
    ])
    func escapedNamesAreTheNames(name: String) throws {
        #expect(try refusal(payload: "{\(name):1700000001}") == nil)
        #expect(try refusal(payload: "{\(name):1700000000}") == "jwt.exp.passed")
    }

    /// Names that are nearly those, at both lengths that are looked at as one number.
    @Test(arguments: [
        #""exp\u0000""#, #""exp ""#, #""\u0000exp""#, #""ex""#, #""expp""#, #""Exp""#, #""e\u0078p\u0000""#, #""p""#,
        #""""#,
    ])
    func otherNamesAreNot(name: String) throws {
        #expect(try refusal(payload: "{\(name):1700000001}") == "jwt.claim.missing")
    }

    @Test(arguments: [
        (#"{"\u0061lg":"HS256"}"#, nil), (#"{"alg\u0000":"HS256"}"#, "jwt.alg.missing"),
        (#"{"alg":"HS256","crit":[]}"#, "jwt.crit"), (#"{"alg":"HS256","\u0063rit":[]}"#, "jwt.crit"),
        (#"{"alg":"HS256","cri\u0074":[]}"#, "jwt.crit"), (#"{"alg":"HS256","crit\u0000":[]}"#, nil),
        (#"{"alg":"HS256","cri":[]}"#, nil), (#"{"alg":"HS256","typ\u0000":1}"#, nil),
        (#"{"alg":"HS256","kid":1}"#, "jwt.header.type"), (#"{"alg":"HS256","cty":1}"#, "jwt.header.type"),
    ])
    func headerParameters(header: String, code: String?) throws {
        #expect(try refusal(header: header, payload: #"{"exp":1700000001}"#) == code)
    }

    @Test(arguments: ["iss", "sub", "jti", "aud", "nbf", "iat", "exp"])
    func eachRegisteredClaimHasItsType(name: String) throws {
        let exp = name == "exp" ? "" : #","exp":1700000001"#
        #expect(try refusal(payload: "{\"\(name)\":true\(exp)}") == "jwt.claim.type")
    }
}
