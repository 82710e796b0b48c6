import FreshdeskWebChatJWT
import HelpdeskTestSupport
import TestSupport
import Testing

struct FreshdeskWebChatRulesTests {
    private let system: FreshdeskWebChat
    private let payload: JSONObject = [
        "freshcat_uuid": "u", "reference_id": "r", "iat": 1_700_000_000, "exp": 1_700_003_600,
    ]

    init() throws {
        system = try FreshdeskWebChat(key: try Fixture.key)
    }

    /// The sample payload of the vendor's page, member by member.
    @Test func vendorsSamplePayload() throws {
        let sample: JSONObject = [
            "first_name": "John", "last_name": "Doe", "phone_number": "+1234567890", "exp": 1_716_239_022,
            "reference_id": "ref-123456", "freshcat_uuid": "uuid-123456-abcdef",
        ]
        let before: NumericDate = 1_716_235_422
        #expect(try system.refusalCode(of: sample, at: before) == nil)
        #expect(try system.diagnosis(of: sample, at: before) == ["note freshdesk-web-chat.iat.missing"])
        #expect(try system.refusalCode(of: sample, at: 1_716_239_022) == "jwt.exp.passed")
        let customer = try system.verify(
            HandmadeToken.signed(payload: sample.description, key: try Fixture.key), at: before)
        let expected = try FreshdeskWebChatUser(
            uuid: "uuid-123456-abcdef", id: "ref-123456", firstName: "John", lastName: "Doe",
            phoneNumber: "+1234567890")
        #expect(customer == expected)
    }

    // MARK: The uuid and its three names

    @Test func missing() throws {
        #expect(try system.refusalCode(of: payload.with(["freshcat_uuid": nil])) == "freshdesk-web-chat.uuid.missing")
        #expect(
            try system.diagnosis(of: payload.with(["freshcat_uuid": nil])) == ["error freshdesk-web-chat.uuid.missing"])
        let misspelt = payload.with(["freshcat_uuid": nil, "freshCat_uuid": "u", "uuid": "u"])
        #expect(try system.refusalCode(of: misspelt) == "freshdesk-web-chat.uuid.missing")
    }

    @Test(arguments: ["freshcat_uuid", "freshdesk_uuid", "freshchat_uuid"]) func eachNameAlone(_ name: String) throws {
        let claims = payload.with(["freshcat_uuid": nil, name: "u-7"])
        #expect(try system.refusalCode(of: claims) == nil)
        let findings = try system.findings(of: claims)
        if name == "freshcat_uuid" {
            #expect(findings.isEmpty)
        } else {
            #expect(findings.map(\.code.rawValue) == ["freshdesk-web-chat.uuid.spelling"])
            #expect(findings.map(\.severity) == [.note])
            #expect(findings.map(\.claim) == [name])
        }
        let user = try system.verify(
            HandmadeToken.signed(payload: claims.description, key: try Fixture.key), at: Fixture.now)
        #expect(user.uuid == "u-7")
        #expect(user.additionalClaims.isEmpty)
    }

    @Test func agreeingNames() throws {
        #expect(try system.diagnosis(of: payload.with(["freshdesk_uuid": "u", "freshchat_uuid": "u"])).isEmpty)
    }

    /// Accepted, since nobody knows which one the vendor reads; the sample's name counts here.
    @Test func disagreeingNames() throws {
        let two = payload.with(["freshchat_uuid": "other"])
        #expect(try system.refusalCode(of: two) == nil)
        #expect(try system.diagnosis(of: two) == ["warning freshdesk-web-chat.uuid.differs"])
        #expect(try system.findings(of: two).map(\.claim) == ["freshchat_uuid"])
        let three = two.with(["freshdesk_uuid": "third"])
        #expect(try system.findings(of: three).map(\.claim) == ["freshdesk_uuid", "freshchat_uuid"])
        let user = try system.verify(
            HandmadeToken.signed(payload: three.description, key: try Fixture.key), at: Fixture.now)
        #expect(user.uuid == "u")
        let withoutTheFirst = three.with(["freshcat_uuid": nil])
        #expect(
            try system.diagnosis(of: withoutTheFirst)
                == ["warning freshdesk-web-chat.uuid.differs", "note freshdesk-web-chat.uuid.spelling"])
    }

    /// Equal to the eye and different on the wire.
    @Test func canonicallyEquivalentNamesDisagree() throws {
        let claims = payload.with(["freshcat_uuid": "caf\u{E9}", "freshdesk_uuid": "cafe\u{301}"])
        #expect(try system.diagnosis(of: claims) == ["warning freshdesk-web-chat.uuid.differs"])
    }

    // MARK: Known mistakes

    /// It crashed the vendor's own client for iOS before 0.10.16.
    @Test func numericReferenceID() throws {
        let finding = try #require(try system.findings(of: payload.with(["reference_id": 123_456])).first)
        #expect(finding.severity == .error)
        #expect(finding.code == "freshdesk-web-chat.reference_id.type")
        #expect(finding.remedy == "Put it in quotation marks: \"reference_id\": \"123456\"")
        #expect(
            try system.refusalCode(of: payload.with(["reference_id": 123_456]))
                == "freshdesk-web-chat.reference_id.type")
    }

    /// So the page's list of claims prints it.
    @Test func capitalReferenceID() throws {
        let claims = payload.with(["reference_id": nil, "Reference_id": "r"])
        #expect(try system.refusalCode(of: claims) == nil)
        let findings = try system.findings(of: claims)
        #expect(findings.map(\.code.rawValue) == ["freshdesk-web-chat.reference_id.missing"])
        #expect(findings.map(\.remedy) == ["Rename \"Reference_id\" to \"reference_id\""])
    }

    @Test func visitorHasNoReferenceID() throws {
        #expect(try system.refusalCode(of: payload.with(["reference_id": nil])) == nil)
        #expect(
            try system.diagnosis(of: payload.with(["reference_id": nil])) == [
                "note freshdesk-web-chat.reference_id.missing"
            ])
    }

    @Test(arguments: ["1234567890", "+12345 67890", "+1234", "+12345678901234567", "+12345abc", "00491234567", "+"])
    func phoneNumberOfAnotherForm(_ number: String) throws {
        let claims = payload.with(["phone_number": .string(number)])
        #expect(try system.refusalCode(of: claims) == nil)
        #expect(try system.diagnosis(of: claims) == ["warning freshdesk-web-chat.phone_number.form"])
    }

    @Test(arguments: ["+1234567890", "+1234567", "+123456789012345"]) func phoneNumber(_ number: String) throws {
        #expect(try system.diagnosis(of: payload.with(["phone_number": .string(number)])).isEmpty)
    }

    @Test func expirationWithoutIssuedAt() throws {
        #expect(try system.diagnosis(of: payload.with(["iat": nil])) == ["note freshdesk-web-chat.iat.missing"])
        #expect(try system.refusalCode(of: payload.with(["iat": nil])) == nil)
        #expect(
            try system.diagnosis(of: payload.with(["iat": nil, "exp": nil])) == [
                "warning freshdesk-web-chat.exp.missing"
            ])
    }

    @Test func header() throws {
        #expect(try system.refusalCode(header: #"{"alg":"HS256"}"#, of: payload) == "freshdesk-web-chat.typ.missing")
        #expect(
            try system.refusalCode(header: #"{"alg":"HS256","typ":"jwt"}"#, of: payload)
                == "freshdesk-web-chat.typ.value")
        #expect(try system.refusalCode(header: #"{"alg":"HS256","typ":"JWT","kid":"x"}"#, of: payload) == nil)
    }
}
