import HelpdeskJWT
import HelpdeskReport

/// `demo`: shows the main job without any preparation.
enum DemoCommand: PlainCommand {
    static let name = "demo"
    static let summary = "Signs a token for each system with a made-up secret, verifies it, and shows what goes wrong."

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        let secret = randomSecret()
        var page = console.page()
        page.paragraph(
            "A help desk's widget does not know who is looking at your page. Your server tells it with a token: a few "
                + "claims about the visitor, signed with a secret that only you and the help desk know. This demo makes "
                + "up a secret, signs a token, and then breaks it in three ways.")
        var isAsExpected = true
        for (index, system) in TokenKinds.systems.enumerated() {
            page.blank()
            isAsExpected = try show(system, secret, showsWholeToken: index == 0, &page) && isAsExpected
        }
        writeNextSteps(to: &page)
        try console.show(page)
        return isAsExpected ? .done : .refused
    }

    /// 32 random bytes as text.
    private static func randomSecret() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    // MARK: One system

    /// Whether the good token was accepted and every broken one refused.
    private static func show(
        _ system: any SystemCommandLine.Type, _ secret: String, showsWholeToken: Bool, _ page: inout Page
    ) throws(Failure) -> Bool {
        let demonstration = try Demonstration(system, secretText: secret)
        page.paragraph(system.profile.name + " ", .strong, "(\(system.profile.id))")
        page.paragraph(label: "claims    ", demonstration.claims, indent: 2, hanging: 10)
        var lines = Wrapping.pieces(of: demonstration.token, width: page.width - 14)
        // Only the beginnings of the others are shown, so that the whole demo can be read at a glance.
        if !showsWholeToken { lines = lines.prefix(1).map { $0 + "…" } }
        for (index, line) in lines.enumerated() { page.line((index == 0 ? "  token     " : "            ") + line) }
        var isAsExpected = true
        for trial in demonstration.trials {
            let findings = try demonstration.findings(about: trial)
            write(trial, findings, to: &page)
            isAsExpected = isAsExpected && (findings.verdict == .accepted) == trial.isGood
        }
        return isAsExpected
    }

    private static func write(_ trial: Demonstration.Trial, _ findings: [Finding], to page: inout Page) {
        let label = trial.what.padded(to: 21)
        guard let error = findings.first(where: { $0.severity == .error }) else {
            return page.paragraph(label: label, "accepted", .good, "", indent: 2)
        }
        page.paragraph(label: label, "refused: ", .bad, error.message, indent: 2, hanging: label.count)
    }

    // MARK: What now

    private static func writeNextSteps(to page: inout Page) {
        page.blank()
        page.line("What to do next", .strong)
        let steps = [
            ("systems", "what each help desk wants in a token"),
            ("sign --help", "sign a token with your own secret"),
            ("check --help", "find out why a help desk refuses a token"),
            ("embed --help", "the JavaScript for your page"),
        ]
        for (command, purpose) in steps {
            page.paragraph(label: "\(Tool.name) \(command)".padded(to: 28), purpose, indent: 2, hanging: 28)
        }
    }
}
