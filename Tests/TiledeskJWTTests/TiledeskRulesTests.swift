import HelpdeskTestSupport
import TestSupport
import Testing
import TiledeskJWT

struct TiledeskRulesTests {
    private let system: Tiledesk
    private let payload: JSONObject = [
        "_id": "P1_user-123", "sub": "userexternal", "aud": "https://tiledesk.com/projects/P1",
        "email": "jane@soap.example", "exp": 1_700_028_800,
    ]

    init() throws {
        system = try Tiledesk(projectID: "P1", key: try Fixture.key)
    }

    // MARK: aud, of which the server reads the first two parts of the path

    @Test(arguments: [
        "https://tiledesk.com/projects/P1", "https://tiledesk.com/projects/P1/",
        "https://tiledesk.com/projects/P1/more",
        "https://tiledesk.com/projects/P1?x=/y", "https://tiledesk.com/projects/P1#x",
        "http://tiledesk.com/projects/P1",
    ])
    func audienceOfTheProject(_ audience: String) throws {
        #expect(try system.diagnosis(of: payload.with(["aud": .string(audience)])).isEmpty)
    }

    @Test(arguments: [
        "https://chat.example/projects/P1", "https://chat.example:8080/projects/P1?x", "http://localhost/projects/P1",
    ])
    func audienceOnAnotherHost(_ audience: String) throws {
        let claims = payload.with(["aud": .string(audience)])
        #expect(try system.refusalCode(of: claims) == nil)
        #expect(try system.diagnosis(of: claims) == ["note tiledesk.aud.host"])
    }

    @Test(arguments: [
        "https://tiledesk.com/projects/P2", "https://tiledesk.com/projects/p1", "https://tiledesk.com/projects/P12",
        "https://tiledesk.com/projects/", "https://tiledesk.com/projects", "https://tiledesk.com/",
        "https://tiledesk.com",
        "https://tiledesk.com/bots/P1", "https://tiledesk.com/Projects/P1", "https://tiledesk.com/x/projects/P1",
        "https://tiledesk.com//projects/P1", "https://tiledesk.com/projects//P1", "https://tiledesk.com?/projects/P1",
        "https://tiledesk.com/#/projects/P1", "https://tiledesk.com/projects/P%31",
    ])
    func audienceOfAnotherPath(_ audience: String) throws {
        let claims = payload.with(["aud": .string(audience)])
        #expect(try system.refusalCode(of: claims) == "tiledesk.aud.project")
        #expect(try system.diagnosis(of: claims) == ["error tiledesk.aud.project"])
    }

    /// `new URL` throws for these, and the server answers 500.
    @Test(arguments: [
        "P1", "projects/P1", "/projects/P1", "tiledesk.com/projects/P1", "https:///", "https://",
        "https://a b/projects/P1",
        "https://x:65536/projects/P1", "https://[::1/projects/P1",
    ])
    func audienceThatIsNoAddress(_ audience: String) throws {
        let claims = payload.with(["aud": .string(audience)])
        #expect(try system.refusalCode(of: claims) == "tiledesk.aud.address")
        #expect(try system.diagnosis(of: claims) == ["error tiledesk.aud.address"])
    }

    @Test(
        arguments: [
            ["https://tiledesk.com/projects/P1"], ["https://tiledesk.com/projects/P1", "x"], [],
        ] as [JSONValue])
    func audienceInAnArray(_ audience: JSONValue) throws {
        #expect(try system.refusalCode(of: payload.with(["aud": audience])) == "tiledesk.aud.type")
    }

    // MARK: What opens the dashboard

    @Test(arguments: ["owner", "admin", "agent", "user", ""]) func role(_ role: String) throws {
        let claims = payload.with(["role": .string(role)])
        #expect(try system.refusalCode(of: claims) == "tiledesk.role.present")
        #expect(try system.diagnosis(of: claims) == ["error tiledesk.role.present"])
        #expect(try system.findings(of: claims).map(\.claim) == ["role"])
    }

    @Test func roleOfAnotherType() throws {
        #expect(try system.refusalCode(of: payload.with(["role": ["owner"]])) == "tiledesk.role.present")
        #expect(try system.refusalCode(of: payload.with(["role": JSONValue.null])) == "tiledesk.role.present")
    }

    /// Subjects with another meaning: accepted at sign-in and refused on every later call.
    @Test(arguments: ["bot", "subscription", "guest", "5b55e806c93dde00143163dd", "UserExternal"])
    func otherSubjects(_ subject: String) throws {
        #expect(try system.refusalCode(of: payload.with(["sub": .string(subject)])) == "tiledesk.sub.value")
    }

    /// The vendor's samples of 2020 name the claims so.
    @Test func namesOfTheOldSamples() throws {
        let claims: JSONObject = [
            "id": "user-123", "subject": "userexternal", "audience": "https://tiledesk.com/projects/P1",
            "email": "jane@soap.example", "exp": 1_700_028_800,
        ]
        let findings = try system.findings(of: claims)
        #expect(
            findings.map(\.code.rawValue) == ["tiledesk._id.missing", "tiledesk.sub.missing", "tiledesk.aud.missing"])
        #expect(
            findings.map(\.remedy) == [
                "Rename \"id\" to \"_id\", and \"subject\" to \"sub\", and \"audience\" to \"aud\"",
                "Rename \"subject\" to \"sub\"", "Rename \"audience\" to \"aud\"",
            ])
        #expect(findings.allSatisfy { $0.severity == .error })
        #expect(try system.refusalCode(of: claims) == "tiledesk._id.missing")
    }

    // MARK: _id and the session

    @Test(arguments: ["user-123", "P2_user-123", "p1_user-123", "P1", "P1user"]) func idWithoutThePrefix(_ id: String)
        throws
    {
        let claims = payload.with(["_id": .string(id)])
        #expect(try system.refusalCode(of: claims) == nil)
        #expect(try system.diagnosis(of: claims) == ["warning tiledesk._id.prefix"])
        let raw = try Tiledesk(projectID: "P1", key: try Fixture.key, idForm: .raw)
        #expect(try raw.diagnosis(of: claims).isEmpty)
    }

    /// With nothing behind it, the prefix is the id: an id is never empty.
    @Test func idOfThePrefixAlone() throws {
        let token = HandmadeToken.signed(payload: payload.with(["_id": "P1_"]).description, key: try Fixture.key)
        #expect(try system.verify(token, at: Fixture.now).id == "P1_")
    }

    @Test func emptyID() throws {
        #expect(try system.refusalCode(of: payload.with(["_id": ""])) == "tiledesk._id.empty")
    }

    @Test func shortSession() throws {
        func said(_ expiration: Int64) throws -> [String] {
            try system.diagnosis(of: payload.with(["exp": .number(JSONNumber(expiration))]))
        }
        #expect(try said(1_700_000_900).isEmpty)
        #expect(try said(1_700_000_899) == ["warning tiledesk.exp.short"])
        #expect(try said(1_700_000_001) == ["warning tiledesk.exp.short"])
        #expect(try said(1_700_000_000) == ["error jwt.exp.passed"])
    }

    /// jsonwebtoken refuses at `exp`, and before `nbf`, to the second.
    @Test func noLeeway() throws {
        #expect(try system.refusalCode(of: payload, at: 1_700_028_799) == nil)
        #expect(try system.refusalCode(of: payload, at: 1_700_028_800) == "jwt.exp.passed")
        #expect(try system.refusalCode(of: payload.with(["nbf": 1_700_000_001])) == "jwt.nbf.future")
        #expect(system.signingKey.setup.verifier.policy.leeway == .zero)
    }

    @Test func email() throws {
        #expect(try system.refusalCode(of: payload.with(["email": nil])) == nil)
        #expect(try system.diagnosis(of: payload.with(["email": nil])) == ["note tiledesk.email.missing"])
        #expect(try system.diagnosis(of: payload.with(["email": "Jane"])) == ["warning tiledesk.email.form"])
    }

    /// The server looks at no `typ`, and verifies no other algorithm here than the documented one.
    @Test func header() throws {
        #expect(try system.diagnosis(header: #"{"alg":"HS256"}"#, of: payload).isEmpty)
        #expect(
            try system.diagnosis(header: #"{"alg":"HS256","typ":"x"}"#, of: payload) == ["warning tiledesk.typ.value"])
        #expect(try system.refusalCode(header: #"{"alg":"HS512","typ":"JWT"}"#, of: payload) == "jwt.alg.other")
    }
}
