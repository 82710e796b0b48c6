import FerndeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

struct FerndeskRulesTests {
    private let system: Ferndesk
    private let payload: JSONObject = ["sub": "user-123", "email": "jane@soap.example", "exp": 1_700_003_600]

    init() throws {
        system = Ferndesk(key: try Fixture.key)
    }

    /// The page's samples: the four claims, and the `iat` that the Node library adds by itself.
    @Test func vendorsSamples() throws {
        let python: JSONObject = [
            "sub": "user-123", "email": "jane@soap.example", "name": "Jane Soap", "exp": 1_700_003_600,
        ]
        #expect(try system.diagnosis(of: python).isEmpty)
        #expect(try system.diagnosis(of: python.with(["iat": 1_700_000_000])).isEmpty)
    }

    /// An older edition of the page, which translated copies still are.
    @Test func userIDOfTheOldPage() throws {
        let claims = payload.with(["sub": nil, "userId": "user-123"])
        #expect(try system.refusalCode(of: claims) == "ferndesk.sub.missing")
        let findings = try system.findings(of: claims)
        #expect(
            findings.map { "\($0.severity) \($0.code)" }
                == ["error ferndesk.sub.missing", "warning ferndesk.userId.old"])
        #expect(findings[0].remedy == "Rename \"userId\" to \"sub\"")
        #expect(findings[1].remedy.contains("identify({ jwt })"))
        #expect(try system.diagnosis(of: payload.with(["userId": "user-123"])) == ["warning ferndesk.userId.old"])
    }

    @Test func numericSubject() throws {
        let claims = payload.with(["sub": 123])
        #expect(try system.refusalCode(of: claims) == "jwt.claim.type")
        #expect(try system.diagnosis(of: claims) == ["error jwt.claim.type"])
    }

    @Test(arguments: ["jane@soap.example", "+1234567890"]) func subjectThatCanChange(_ id: String) throws {
        let claims = payload.with(["sub": .string(id)])
        #expect(try system.refusalCode(of: claims) == nil)
        #expect(try system.diagnosis(of: claims) == ["warning ferndesk.sub.changeable"])
    }

    @Test(arguments: ["user@", "@user", "1234567890", "6f1c0d1e-7a52-4c33-9a2b-0d5a7f0b9c11"])
    func subjectThatStays(_ id: String) throws {
        #expect(try system.diagnosis(of: payload.with(["sub": .string(id)])).isEmpty)
    }

    @Test func emailOfAnotherForm() throws {
        let claims = payload.with(["email": "Jane <jane@soap.example>"])
        #expect(try system.refusalCode(of: claims) == nil)
        #expect(try system.diagnosis(of: claims) == ["warning ferndesk.email.form"])
    }

    @Test func attributesUnderAnotherName() throws {
        let claims = payload.with(["custom_attributes": ["plan": "pro"]])
        #expect(try system.refusalCode(of: claims) == nil)
        let finding = try #require(try system.findings(of: claims).first)
        #expect(finding.code == "ferndesk.customAttributes.spelling")
        #expect(finding.severity == .warning)
        #expect(finding.remedy == "Rename \"custom_attributes\" to \"customAttributes\"")
    }

    @Test func header() throws {
        #expect(try system.diagnosis(header: #"{"alg":"HS256"}"#, of: payload).isEmpty)
        #expect(
            try system.diagnosis(header: #"{"alg":"HS256","typ":"jose"}"#, of: payload)
                == ["warning ferndesk.typ.value"])
    }
}
