import HelpdeskJWT
import HelpdeskReport

/// `check`: says whether a system would accept a token, and why not.
enum CheckCommand: TokenCommand {
    static let name = "check"
    static let summary = "Says whether the help desk would accept a token, and if not, why and what to do about it."
    static let operand: String? = TokenInput.operand
    static let notes = [
        TokenInput.help, SecretSource.help,
        "The exit status is 0 if the token is accepted, 1 if the vendor refuses it, and 4 if only this tool refuses it, or "
            + "the secret that it was given is wrong.",
    ]
    static let options = CommonOptions.secretOptions + [CommonOptions.json, CommonOptions.at]
    static var kinds: [any TokenCommandLine.Type] { TokenKinds.all }
    static let withoutKind: String? = "the system is told by the token, and one for no system is checked as jwt."

    static func options(of kind: any TokenCommandLine.Type) -> [CommandOption] {
        kind.accountOptions.map { $0.optional(otherwise: "Without it, what the token says is taken.") }
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
        var assumptions: [(what: String, text: String)] = []
        let judge: any TokenCommandLine.Type
        if let kind {
            judge = kind
        } else {
            let likeness = token.map { SystemLikeness(of: $0) }
            judge = TokenKinds.systems.first { $0.id == likeness?.best?.id } ?? JWTCommandLine.self
            try refuseOptions(of: arguments, against: judge)
            if let likeness { assumptions.append(("Recognized", likeness.text)) }
        }
        assumptions += judge.complete(&arguments, from: token)
        let findings = try judge.diagnose(text, arguments, key: secret.key, secretText: secret.text, at: dates.now)
        var report = VerdictReport(by: judge.judge, findings, about: text, dates)
        report.assumptions = assumptions
        if arguments.has(CommonOptions.json) {
            try console.write(report.json.line)
        } else {
            var page = console.page()
            report.write(to: &page)
            try console.show(page)
        }
        switch report.verdict {
        case .accepted: return .done
        case .refusedByVendor: return .refused
        case .refusedHere: return .refusedHere
        }
    }

    /// Refuses options that say something of another system than the one that the token is for.
    private static func refuseOptions(
        of arguments: ParsedArguments, against judge: any TokenCommandLine.Type
    ) throws(Failure) {
        let known = syntax(for: judge).options
        let foreign = syntax(for: nil).options.first { option in
            arguments.has(option) && !known.contains { $0.name == option.name }
        }
        guard let foreign else { return }
        let owners = kinds.filter { kind in options(of: kind).contains { $0.name == foreign.name } }.map { $0.id }
        let found = judge.id == JWTCommandLine.id ? "none for a help desk" : "one for \(judge.id)"
        throw .usage(
            "\(foreign.name) is for \(owners.joined(separator: " and ")), and this token looks like \(found)",
            hint: "Name the system: \(Tool.name) \(name) \(owners[0]).")
    }
}
