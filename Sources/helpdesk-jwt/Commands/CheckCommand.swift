import HelpdeskJWT
import HelpdeskReport

/// `check`: says whether a system would accept a token, and why not.
enum CheckCommand: TokenCommand {
    static let name = "check"
    static let summary = "Says whether the help desk would accept a token, and if not, why and what to do about it."
    static let operand: Operand? = .file
    static let notes = [
        TokenInput.help, SecretSource.help,
        "The exit status is 0 if the token is accepted, 1 if the vendor refuses it, and 4 if only this tool refuses it "
            + "or the secret that you gave it is wrong.",
    ]
    static let options = CommonOptions.secretOptions + [CommonOptions.json, CommonOptions.at]
    static var kinds: [any TokenCommandLine.Type] { TokenKinds.all }
    static let withoutKind: String? =
        "check recognizes the system from the token; a token for no system is checked as jwt."

    static func options(of kind: any TokenCommandLine.Type) -> [CommandOption] {
        kind.accountOptions.map { $0.optional(otherwise: "Without it, check uses the one in the token.") }
            + kind.checkOptions
    }

    static func examples(for kind: any TokenCommandLine.Type) -> [[String]] {
        [[Tool.name, name, kind.id] + kind.sample.account + ["token.txt"]]
    }

    static func run(
        _ kind: (any TokenCommandLine.Type)?, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus {
        var arguments = arguments
        let dates = try arguments.dates()
        let secret = try SecretSource(arguments)
        let text = try TokenInput.read(arguments.operand, console)
        let token = RepairedToken(text).token
        var assumptions: [Assumption] = []
        let judge: any TokenCommandLine.Type
        if let kind {
            judge = kind
        } else if let token {
            let likeness = SystemLikeness(of: token)
            judge = TokenKinds.systems.first { $0.id == likeness.best?.id } ?? JWTCommandLine.self
            try refuseOptions(of: arguments, against: judge)
            assumptions.append(Assumption("Recognized", likeness.text))
        } else {
            // The options may say what the text should have been a token for.
            judge =
                TokenKinds.all.reversed().first { foreignOption(in: arguments, for: $0) == nil } ?? JWTCommandLine.self
            try refuseOptions(of: arguments, against: judge)
        }
        assumptions += judge.fillIn(&arguments, from: token)
        let findings = try judge.diagnose(text, arguments, key: secret.key, secretText: secret.text, at: dates.now)
        var report = VerdictReport(by: judge.judge, findings, about: text, dates)
        report.assumptions = assumptions
        try console.show(report, asJSON: arguments.has(CommonOptions.json))
        switch report.verdict {
        case .accepted: return .done
        case .refusedByVendor: return .refused
        case .refusedHere: return .refusedHere
        }
    }

    /// The first option that a kind of token does not have.
    private static func foreignOption(
        in arguments: ParsedArguments, for kind: any TokenCommandLine.Type
    ) -> CommandOption? {
        let known = syntax(for: kind).options
        return syntax(for: nil).options.first { option in
            arguments.has(option) && !known.contains { $0.name == option.name }
        }
    }

    /// Refuses options for a system other than the token's.
    private static func refuseOptions(
        of arguments: ParsedArguments, against judge: any TokenCommandLine.Type
    ) throws(Failure) {
        guard let foreign = foreignOption(in: arguments, for: judge) else { return }
        let owners = kinds.filter { kind in options(of: kind).contains { $0.name == foreign.name } }.map { $0.id }
        let found = judge.id == JWTCommandLine.id ? "none for a help desk" : "one for \(judge.id)"
        throw .usage(
            "\(foreign.name) is for \(owners.joined(separator: " and ")), and this token looks like \(found)",
            hint: "Name the system: \(Tool.name) \(name) \(owners[0]).")
    }
}
