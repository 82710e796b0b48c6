import HelpdeskJWT
import HelpdeskTestSupport
import Testing

/// What is printed of a system says which system it is, and nothing of its secret.
struct PrintedSystemTests {
    /// All that can be printed of a system is the same for every secret, so it says nothing of the secret.
    @Test(arguments: samples) func printedSystem(sample: any SystemSample) throws {
        let printed = texts(of: try sample.system(key: Fixture.key))
        #expect(printed == texts(of: try sample.system(key: Fixture.otherKey)))
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

    private func texts(of system: some HelpdeskSystem) -> [String] {
        printed(system) + printed(system.signingKey.setup.signer) + printed(system.signingKey.setup.verifier)
    }

    private func printed(_ value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return [dumped, String(reflecting: value), String(describing: value), "\(value)"]
    }
}
