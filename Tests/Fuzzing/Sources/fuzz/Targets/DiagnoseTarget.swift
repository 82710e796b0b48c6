import HS256
import HelpdeskJWT
import PlainVerifier

/// The diagnosis: of plain tokens and of the five systems' tokens, with and without the text of the secret.
enum DiagnoseTarget: FuzzTarget {
    static let name = "diagnose"

    static func run(_ input: [UInt8]) {
        let input = TokenInput(input)
        let token = input.text
        let text = input.choice & 0x80 == 0 ? nil : secretText
        switch input.choice & 0x07 {
        case 0: check(zendesk, token, text)
        case 1: check(tiledesk, token, text)
        case 2: check(ferndesk, token, text)
        case 3: check(helpWidget, token, text)
        case 4: check(webChat, token, text)
        default:
            let verifier = Setting.chosen(by: input.choice).verifier
            check(token, verifier.diagnose(token, secretText: text, at: .ofSetting)) { () throws(HS256Error) in
                _ = try verifier.verify(token, at: .ofSetting)
            }
        }
        for likeness in (try? UnverifiedJWT(unverified: token)).map(HelpdeskSystems.likely) ?? [] {
            require(likeness.score > 0, "only likely systems are named")
        }
    }

    /// A secret that is not the signer's.
    private static let secretText = " 0123456789abcdef-0123456789abcdef\n"
    private static let key = Setting.chosen(by: 0).verifier.keys.entries[0].key
    private static let zendesk = rightlySetUp { try ZendeskMessaging(keyID: "k1", key: key) }
    private static let tiledesk = rightlySetUp { try Tiledesk(projectID: "5b55e806c93dde00143163dd", key: key) }
    private static let ferndesk = Ferndesk(key: key)
    private static let helpWidget = FreshdeskHelpWidget(key: key)
    private static let webChat = rightlySetUp { try FreshdeskWebChat(key: key) }

    private static func rightlySetUp<System>(_ system: () throws -> System) -> System {
        do { return try system() } catch { fatalError("a system that cannot be set up: \(error)") }
    }

    private static func check(_ system: some HelpdeskSystem, _ token: String, _ secretText: String?) {
        let findings = system.diagnose(token, secretText: secretText, at: .ofSetting)
        check(token, findings) { () throws(HS256Error) in _ = try system.verify(token, at: .ofSetting) }
    }

    private static func check(_ token: String, _ findings: [Finding], verify: () throws(HS256Error) -> Void) {
        let firstError = findings.first { $0.severity == .error }
        do throws(HS256Error) {
            try verify()
            require(firstError == nil, "an accepted token has no error: \(firstError?.description ?? "")")
        } catch {
            require(
                firstError?.code == error.finding.code && firstError?.claim == error.finding.claim,
                "the first error has the code and claim of what verification throws: \(error), and not \(firstError?.description ?? "none")"
            )
        }
        for finding in findings { checkSecrecy(of: finding, token) }
    }

    private static func checkSecrecy(of finding: Finding, _ token: String) {
        let text = finding.description
        require(!text.contains("0123456789abcdef"), "no finding holds the secret: \(text)")
        require(text.utf8.count < 1_000, "no finding is long: \(text)")
        require(token.utf8.count < 100 || !text.contains(token), "no finding holds the token: \(text)")
        require(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "no control characters")
    }
}
