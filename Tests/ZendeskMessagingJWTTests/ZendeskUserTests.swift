import Testing
import ZendeskMessagingJWT

struct ZendeskUserTests {
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
        #expect(throws: Never.self) { try ZendeskUser(externalID: id(255)) }
        #expect(throws: JWTError.claimInvalid("external_id", reason: "has more than 255 characters")) {
            try ZendeskUser(externalID: id(256))
        }
        #expect(ZendeskUser.maximumExternalIDLength == 255)
    }

    @Test func externalID() throws {
        #expect(throws: JWTError.claimInvalid("external_id", reason: "is empty")) { try ZendeskUser(externalID: "") }
        #expect(try ZendeskUser(externalID: " ").externalID == " ")
        #expect(try ZendeskUser(externalID: "x").name == nil)
    }

    @Test func name() throws {
        #expect(try ZendeskUser(externalID: "x", name: "J").name == "J")
        let error = #expect(throws: JWTError.self) { try ZendeskUser(externalID: "x", name: "") }
        #expect(error?.finding.claim == "name")
    }

    @Test func email() throws {
        #expect(try ZendeskUser(externalID: "x", email: .verified("a@b")).email == .verified("a@b"))
        for email: EmailAddress in [.verified(""), .unverified("a"), .verified("A B <a@b>")] {
            #expect(throws: JWTError.claimInvalid("email", reason: "is not an e-mail address")) {
                try ZendeskUser(externalID: "x", email: email)
            }
        }
    }

    @Test(arguments: ["external_id", "email", "email_verified", "exp", "name", "scope", "iat", "nbf", "Scope", "EXP"])
    func reservedClaims(_ name: String) throws {
        let claims = try JSONObject([.init("mine", 1), .init(name, "x")])
        #expect(throws: JWTError.claimReserved(name)) { try ZendeskUser(externalID: "x", additionalClaims: claims) }
    }

    @Test func furtherClaims() throws {
        let claims: JSONObject = ["jti": "x", "aud": "a", "sub": "s", "iss": "i", "scopes": 1]
        #expect(try ZendeskUser(externalID: "x", additionalClaims: claims).additionalClaims == claims)
        #expect(throws: JWTError.claimWrongType("sub", expected: .string, found: .number)) {
            try ZendeskUser(externalID: "x", additionalClaims: ["sub": 5])
        }
    }

    @Test func equality() throws {
        let user = try ZendeskUser(externalID: "x", name: "n", email: .verified("a@b"), additionalClaims: ["a": 1])
        let others = try [
            ZendeskUser(externalID: "y", name: "n", email: .verified("a@b"), additionalClaims: ["a": 1]),
            ZendeskUser(externalID: "x", name: "m", email: .verified("a@b"), additionalClaims: ["a": 1]),
            ZendeskUser(externalID: "x", email: .verified("a@b"), additionalClaims: ["a": 1]),
            ZendeskUser(externalID: "x", name: "n", email: .unverified("a@b"), additionalClaims: ["a": 1]),
            ZendeskUser(externalID: "x", name: "n", additionalClaims: ["a": 1]),
            ZendeskUser(externalID: "x", name: "n", email: .verified("a@b"), additionalClaims: ["a": 2]),
            ZendeskUser(externalID: "x", name: "n", email: .verified("a@b")),
        ]
        #expect(user == user)
        for other in others { #expect(user != other && other == other) }
        let composed = try ZendeskUser(externalID: "caf\u{E9}", name: "caf\u{E9}")
        #expect(try composed != ZendeskUser(externalID: "cafe\u{301}", name: "caf\u{E9}"))
        #expect(try composed != ZendeskUser(externalID: "caf\u{E9}", name: "cafe\u{301}"))
    }
}
