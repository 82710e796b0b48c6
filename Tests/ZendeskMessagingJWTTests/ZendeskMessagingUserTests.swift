import Testing
import ZendeskMessagingJWT

struct ZendeskMessagingUserTests {
    /// Units of one, two and more scalars: it is scalars that are counted, not bytes and not what looks like one character.
    @Test(arguments: [
        ("x", 1), ("\u{E9}", 1), ("e\u{301}", 2), ("\u{1F511}", 1), ("\u{1F469}\u{200D}\u{1F680}", 3), ("\r\n", 2),
    ])
    func externalIDLength(_ unit: String, _ scalars: Int) throws {
        func id(_ count: Int) -> String {
            let whole = String(repeating: unit, count: count / scalars)
            return whole + String(repeating: "-", count: count % scalars)
        }
        #expect(id(255).unicodeScalars.count == 255)
        #expect(throws: Never.self) { try ZendeskMessagingUser(id: id(255)) }
        #expect(throws: HS256Error.claimInvalid("external_id", reason: "has more than 255 characters")) {
            try ZendeskMessagingUser(id: id(256))
        }
        #expect(ZendeskMessagingUser.maximumIDLength == 255)
    }

    @Test func externalID() throws {
        #expect(throws: HS256Error.claimInvalid("external_id", reason: "is empty")) { try ZendeskMessagingUser(id: "") }
        #expect(try ZendeskMessagingUser(id: " ").id == " ")
        #expect(try ZendeskMessagingUser(id: "x").name == nil)
    }

    @Test func name() throws {
        #expect(try ZendeskMessagingUser(id: "x", name: "J").name == "J")
        let error = #expect(throws: HS256Error.self) { try ZendeskMessagingUser(id: "x", name: "") }
        #expect(error?.finding.claim == "name")
    }

    @Test func email() throws {
        #expect(try ZendeskMessagingUser(id: "x", email: .verified("a@b")).email == .verified("a@b"))
        #expect(ZendeskMessagingUser.Email.verified("a@b").isVerified)
        #expect(!ZendeskMessagingUser.Email.unverified("a@b").isVerified)
        #expect(ZendeskMessagingUser.Email.unverified("a@b").address == "a@b")
    }

    @Test(arguments: ["external_id", "email", "email_verified", "exp", "name", "scope", "iat", "nbf", "Scope", "EXP"])
    func reservedClaims(_ name: String) throws {
        let claims = try JSONObject([.init("mine", 1), .init(name, "x")])
        #expect(throws: HS256Error.claimReserved(name)) { try ZendeskMessagingUser(id: "x", additionalClaims: claims) }
    }

    @Test func furtherClaims() throws {
        let claims: JSONObject = ["jti": "x", "aud": "a", "sub": "s", "iss": "i", "scopes": 1]
        #expect(try ZendeskMessagingUser(id: "x", additionalClaims: claims).additionalClaims == claims)
        #expect(throws: HS256Error(.claimWrongType("sub", expected: .string, found: .number))) {
            try ZendeskMessagingUser(id: "x", additionalClaims: ["sub": 5])
        }
    }

    @Test func equality() throws {
        let user = try ZendeskMessagingUser(id: "x", name: "n", email: .verified("a@b"), additionalClaims: ["a": 1])
        let others = try [
            ZendeskMessagingUser(id: "y", name: "n", email: .verified("a@b"), additionalClaims: ["a": 1]),
            ZendeskMessagingUser(id: "x", name: "m", email: .verified("a@b"), additionalClaims: ["a": 1]),
            ZendeskMessagingUser(id: "x", email: .verified("a@b"), additionalClaims: ["a": 1]),
            ZendeskMessagingUser(id: "x", name: "n", email: .unverified("a@b"), additionalClaims: ["a": 1]),
            ZendeskMessagingUser(id: "x", name: "n", additionalClaims: ["a": 1]),
            ZendeskMessagingUser(id: "x", name: "n", email: .verified("a@b"), additionalClaims: ["a": 2]),
            ZendeskMessagingUser(id: "x", name: "n", email: .verified("a@b")),
        ]
        #expect(user == user && Set(others + [user, user]).count == others.count + 1)
        for other in others { #expect(user != other && other == other) }
        let composed = try ZendeskMessagingUser(id: "caf\u{E9}", name: "caf\u{E9}")
        #expect(try composed != ZendeskMessagingUser(id: "cafe\u{301}", name: "caf\u{E9}"))
        #expect(try composed != ZendeskMessagingUser(id: "caf\u{E9}", name: "cafe\u{301}"))
    }
}
