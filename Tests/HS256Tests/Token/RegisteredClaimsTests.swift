@testable import HS256
import Testing

/// The types of the seven registered claims, read and written: both ways must say the same.
struct RegisteredClaimsTests {
    private static let values: [String] = [
        "null", "true", "0", "-1", "1700000000", "1e400", "1700000000000", "\"\"", "\"x\"", "[]", "[\"x\"]", "[1]",
        "{}",
    ]

    @Test(arguments: ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "other"], values)
    func bothWays(_ name: String, _ value: String) throws {
        let json = "{\"\(name)\":\(value)}"
        guard case .object(let members) = try JSONValue(parsing: json) else { throw JSONError.notAnObject }
        let writing = refusal { () throws(HS256Error) in try RegisteredClaims.checkTypes(of: members) }
        let token = try JWTSigner(key: Sample.key).sign(payload: json.utf8)
        let policy = ValidationPolicy(audience: .notChecked, expiration: .mayBeAbsent)
        let verifier = try JWTVerifier(key: Sample.key, policy: policy)
        var reading = refusal { () throws(HS256Error) in _ = try verifier.verify(token, at: 1_700_000_000) }
        // The type is good then.
        if reading?.code == .expired { reading = nil }
        #expect(writing?.finding.code == reading?.finding.code)
        #expect((writing == nil) == isGood(name, value))
        if name != "aud" { #expect(writing == reading) }
    }

    private func refusal(_ body: () throws(HS256Error) -> Void) -> HS256Error? {
        do throws(HS256Error) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    private func isGood(_ name: String, _ value: String) -> Bool {
        switch name {
        case "iss", "sub", "jti": value.hasPrefix("\"")
        case "aud": ["\"\"", "\"x\"", "[]", "[\"x\"]"].contains(value)
        case "exp", "nbf", "iat": value == "0" || value == "1700000000"
        default: true
        }
    }
}
