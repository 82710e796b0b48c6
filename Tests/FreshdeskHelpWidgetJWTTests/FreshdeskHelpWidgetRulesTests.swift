import FreshdeskHelpWidgetJWT
import HelpdeskTestSupport
import TestSupport
import Testing

struct FreshdeskHelpWidgetRulesTests {
    private let system: FreshdeskHelpWidget
    private let payload: JSONObject = ["name": "Jane Soap", "email": "jane@soap.example", "exp": 1_700_007_000]

    init() throws {
        system = FreshdeskHelpWidget(key: try Fixture.key)
    }

    // MARK: Two hours

    @Test(
        arguments: [
            (7_200, nil), (7_201, "freshdesk-help-widget.exp.far"), (86_400 * 365, "freshdesk-help-widget.exp.far"),
        ]
            as [(Int64, String?)])
    func fromNow(_ seconds: Int64, _ code: String?) throws {
        let claims = payload.with(["exp": .number(JSONNumber(1_700_000_000 + seconds))])
        #expect(try system.refusalCode(of: claims) == code)
        #expect(try system.diagnosis(of: claims) == (code.map { ["error \($0)"] } ?? []))
    }

    /// A fraction of a second over two hours is over two hours.
    @Test func fractions() throws {
        let number = try JSONValue(parsing: "1700007200.001".utf8)
        #expect(try system.refusalCode(of: payload.with(["exp": number])) == "freshdesk-help-widget.exp.far")
        let now = try #require(NumericDate(unixSeconds: 1_700_000_000, nanoseconds: 1_000_000))
        #expect(try system.refusalCode(of: payload.with(["exp": number]), at: now) == nil)
    }

    /// Whether the server measures from `iat` or from now is not known, so both must be in order.
    @Test(
        arguments: [
            (1_699_999_900, 1_700_007_100, nil), (1_699_999_900, 1_700_007_101, "freshdesk-help-widget.exp.far"),
            (1_699_990_000, 1_700_000_100, "freshdesk-help-widget.exp.far"), (1_700_000_000, 1_700_007_200, nil),
            (1_700_000_000, 1_700_007_201, "freshdesk-help-widget.exp.far"),
        ] as [(Int64, Int64, String?)])
    func fromIssuedAt(_ issuedAt: Int64, _ expiration: Int64, _ code: String?) throws {
        let claims = payload.with([
            "iat": .number(JSONNumber(issuedAt)), "exp": .number(JSONNumber(expiration)),
        ])
        #expect(try system.refusalCode(of: claims) == code)
    }

    @Test func sentence() throws {
        let finding = try #require(try system.findings(of: payload.with(["exp": 1_700_010_861])).first)
        #expect(
            finding.message == "\"exp\" is 3 hours 1 minute ahead; the help widget accepts at most 2 hours")
    }

    // MARK: Known mistakes

    /// The vendor's Node sample: `exp: Date.now() + 7200`.
    @Test func vendorsNodeSample() throws {
        let claims = payload.with(["exp": 1_700_000_007_200])
        #expect(try system.refusalCode(of: claims) == "jwt.date.milliseconds")
        #expect(
            try system.diagnosis(of: claims) == [
                "error jwt.date.milliseconds", "note freshdesk-help-widget.exp.sample",
            ])
    }

    @Test func otherDatesOutOfRangeAreNotTheSample() throws {
        let tooFar = payload.with(["exp": .number(JSONNumber(Int64.max))])
        #expect(try system.diagnosis(of: tooFar) == ["error jwt.date.range"])
        #expect(try system.diagnosis(of: payload.with(["exp": "1700007000"])) == ["error jwt.claim.type"])
        #expect(try system.diagnosis(of: payload.with(["exp": nil])) == ["error freshdesk-help-widget.exp.missing"])
    }

    @Test func undocumentedClaim() throws {
        let claims = payload.with(["external_id": "1", "phone": "2"])
        #expect(try system.refusalCode(of: claims) == nil)
        #expect(try system.diagnosis(of: claims) == ["note freshdesk-help-widget.claim.unknown"])
        #expect(try system.findings(of: claims).map(\.claim) == ["external_id"])
        #expect(try system.diagnosis(of: payload.with(["iat": 1_700_000_000, "nbf": 1_700_000_000])).isEmpty)
    }

    @Test func emailOfAnotherForm() throws {
        let claims = payload.with(["email": "Jane <jane@soap.example>"])
        #expect(try system.refusalCode(of: claims) == nil)
        #expect(try system.diagnosis(of: claims) == ["warning freshdesk-help-widget.email.form"])
    }

    /// Tokens of other libraries have `typ` in front, or none.
    @Test func header() throws {
        #expect(try system.diagnosis(header: #"{"typ":"JWT","alg":"HS256"}"#, of: payload).isEmpty)
        #expect(try system.diagnosis(header: #"{"alg":"HS256"}"#, of: payload).isEmpty)
        #expect(
            try system.diagnosis(header: #"{"alg":"HS256","typ":"at+jwt"}"#, of: payload)
                == ["warning freshdesk-help-widget.typ.value"])
    }
}
