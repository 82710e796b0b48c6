import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// What a developer sees at the vendor stands in the finding that it comes of.
struct SymptomTests {
    @Test(arguments: samples) func refusalsHaveTheSymptomOfTheSystem(sample: any SystemSample) throws {
        let token = HandmadeToken.signed(
            header: sample.header.description, payload: sample.payload.description, key: try Fixture.otherKey)
        let refusal = try sample.system().refusal(of: token)
        #expect(refusal?.symptom == sample.profile.symptom)
    }

    /// A limit of this library is nothing that a vendor answers.
    @Test(arguments: samples) func ownLimitHasNone(sample: any SystemSample) throws {
        let refusal = try sample.system().refusal(of: String(repeating: "a", count: 16_385))
        #expect(refusal?.code == "jwt.token.size")
        #expect(refusal?.symptom == nil)
    }

    @Test(arguments: samples) func coreKnowsNone(sample: any SystemSample) throws {
        let findings = try sample.system().signingKey.setup.verifier.diagnose("", at: Fixture.now)
        #expect(findings.map(\.symptom) == [nil])
    }

    @Test(arguments: samples) func remarksHaveNoneOfARefusal(sample: any SystemSample) throws {
        for finding in try sample.findings(payload: sample.payload.with(["email": "nobody", "exp": nil])) {
            #expect(finding.severity == .error || finding.symptom != sample.profile.symptom, "\(finding)")
        }
    }

    @Test(arguments: [
        Case(system: "tiledesk", change: ["aud": "no address"], code: "tiledesk.aud.address", text: "500"),
        Case(system: "tiledesk", change: ["sub": "guest"], code: "tiledesk.sub.value", text: "then 401 on every call"),
        Case(system: "tiledesk", change: ["sub": nil], code: "tiledesk.sub.missing", text: "then 401 on every call"),
        Case(system: "tiledesk", change: ["_id": ""], code: "tiledesk._id.empty", text: "no answer"),
        Case(system: "tiledesk", change: ["role": "admin"], code: "tiledesk.role.present", text: "in the dashboard"),
        Case(system: "tiledesk", change: ["email": 1], code: "tiledesk.email.type", text: "does not look at"),
        Case(system: "tiledesk", change: ["aud": nil], code: "tiledesk.aud.missing", text: "HTTP 401 Unauthorized"),
        Case(
            system: "tiledesk", change: ["exp": 1_700_000_060], code: "tiledesk.exp.short",
            text: "401 once the session has ended"),
        Case(
            system: "ferndesk", change: ["sub": "jane@soap.example"], code: "ferndesk.sub.changeable",
            text: "JWT subject does not match the existing help-center user"),
        Case(system: "ferndesk", change: ["email": nil], code: "ferndesk.email.missing", text: "identify failed"),
        Case(
            system: "zendesk-messaging", change: ["external_id": "jane@soap.example"],
            code: "zendesk-messaging.external_id.changeable", text: "HTTP 409"),
        Case(
            system: "zendesk-messaging", change: ["email_verified": false], code: "zendesk-messaging.email.ignored",
            text: "has no e-mail"),
        Case(
            system: "zendesk-messaging", change: ["scope": nil], code: "zendesk-messaging.scope.missing",
            text: "invalid_auth"),
        Case(
            system: "freshdesk-web-chat", change: ["exp": 1_600_000_000], code: "jwt.exp.passed",
            text: "the chat bubble disappears; TOKEN_EXPIRED; Expired JWT Token"),
        Case(
            system: "freshdesk-web-chat",
            change: ["freshcat_uuid": nil, "freshdesk_uuid": nil, "freshchat_uuid": nil],
            code: "freshdesk-web-chat.uuid.missing", text: "Empty Alias Found"),
        Case(
            system: "freshdesk-web-chat", change: ["reference_id": 1], code: "freshdesk-web-chat.reference_id.type",
            text: "crash of the iOS client"),
        Case(
            system: "freshdesk-help-widget", change: ["exp": 1_700_009_999], code: "freshdesk-help-widget.exp.far",
            text: "no message"),
    ]) func causeHasTheMessageOfTheVendor(_ example: Case) throws {
        let sample = try #require(samples.first { $0.profile.id == example.system })
        var payload = sample.payload
        for (name, value) in example.change { payload[name] = value }
        let finding = try sample.findings(payload: payload).first { $0.code.rawValue == example.code }
        #expect(try #require(finding).symptom?.contains(example.text) == true, "\(finding?.symptom ?? "none")")
    }

    @Test func nothingToHandOver() throws {
        let sample = try #require(samples.first { $0.profile.id == "ferndesk" })
        #expect(try sample.system().refusal(of: "")?.symptom == "Ferndesk: identify requires a jwt")
    }

    /// A right payload but for a change, the finding that it leads to, and a part of what shows.
    struct Case: Sendable, CustomTestStringConvertible {
        let system: String
        let change: [(String, JSONValue?)]
        let code: String
        let text: String

        init(system: String, change: KeyValuePairs<String, JSONValue?>, code: String, text: String) {
            self.system = system
            self.change = change.map { ($0.key, $0.value) }
            self.code = code
            self.text = text
        }

        var testDescription: String { "\(system): \(code)" }
    }
}
