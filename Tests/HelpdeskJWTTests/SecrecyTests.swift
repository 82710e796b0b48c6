import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// Nothing that a log may show of a system, a user or an error has the secret in it.
struct SecrecyTests {
    /// All that can be printed of a system is the same for every secret, so it says nothing of the secret.
    @Test(arguments: samples) func printedSystem(sample: any SystemSample) throws {
        let printed = texts(of: sample.system(key: try Fixture.key))
        #expect(printed == texts(of: sample.system(key: try Fixture.otherKey)))
        for text in printed {
            #expect(!text.contains(Fixture.secret))
            #expect(!text.contains(Base64URL.encode(Fixture.secret.utf8)))
        }
    }

    @Test(arguments: samples) func description(sample: any SystemSample) throws {
        let expected = [
            "freshdesk-web-chat": "FreshdeskWebChat()", "freshdesk-help-widget": "FreshdeskHelpWidget()",
            "ferndesk": "Ferndesk()", "tiledesk": "Tiledesk(projectID: \"5b55e806c93dde00143163dd\")",
            "zendesk-messaging": "ZendeskMessaging(keyID: \"app_5963ceb97cde542d000dbdb1\")",
        ]
        #expect(String(describing: try sample.system()) == expected[sample.profile.id])
    }

    /// An error names what is wrong; it holds no secret, no authentication code and no whole token.
    @Test(arguments: samples) func errors(sample: any SystemSample) throws {
        let token = HandmadeToken.signed(
            header: sample.header.description, payload: sample.payload.description, key: try Fixture.otherKey)
        let signature = try #require(sample.token().split(separator: ".").last)
        var text = ""
        for finding in try sample.system().diagnose(token, secretText: Fixture.secret, at: Fixture.now) {
            dump(finding, to: &text)
        }
        #expect(text.contains("jwt.signature.mismatch"))
        #expect(!text.contains(Fixture.secret) && !text.contains(token) && !text.contains(signature))
    }

    private func texts(of system: some HelpdeskSystem) -> [String] {
        printed(system) + printed(system.signer) + printed(system.verifier)
    }

    private func printed(_ value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return [dumped, String(reflecting: value), String(describing: value), "\(value)"]
    }
}
