import HS256
import HelpdeskIdentity
import Testing

struct ReservedNamesTests {
    private let names: [ClaimName] = ["scope", "external_id", "Name"]

    private func check(_ name: String) throws(HS256Error) {
        var object: JSONObject = ["fine": 1]
        object[name] = "x"
        try ReservedNames.check(object, names)
    }

    @Test(arguments: ["scope", "SCOPE", "Scope", "external_id", "External_ID", "name", "NAME"])
    func reserved(_ name: String) {
        #expect(throws: HS256Error.claimReserved(name)) { try check(name) }
    }

    /// Only the case of ASCII letters is overlooked; a byte that differs from a character in the same bit is another.
    @Test(arguments: [
        "", "scopes", "scop", "s\u{301}cope", "\u{17F}cope", "external-id", "external\u{7F}id", "external\u{1F}id",
    ])
    func free(_ name: String) {
        #expect(throws: Never.self) { try check(name) }
    }

    @Test func none() throws {
        try ReservedNames.check([:], names)
        try ReservedNames.check(["scope": 1], [])
    }

    /// A claim that RFC 7519 4.1 gives a type cannot be set with another one: no verifier would take the token.
    @Test func registeredClaims() throws {
        try ReservedNames.check(["sub": "x", "jti": "y", "aud": ["z"], "iat": 5], [])
        #expect(throws: HS256Error(.claimWrongType("sub", expected: .string, found: .number))) {
            try ReservedNames.check(["sub": 5], [])
        }
        #expect(throws: HS256Error(.dateOutOfRange("nbf", likelyUnit: .milliseconds))) {
            try ReservedNames.check(["nbf": 1_700_000_000_000], [])
        }
    }
}
