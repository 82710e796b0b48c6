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
        let found = if let kind { kind } else { try recognize(token, arguments, &assumptions) }
        assumptions += found.fillIn(&arguments, from: token)
        let findings = try found.diagnose(text, arguments, key: secret.key, secretText: secret.text, at: dates.now)
        let report = VerdictReport(
            by: found.judge, findings, claims: token?.claims, dates, assuming: assumptions)
        try console.show(report, asJSON: arguments.has(CommonOptions.json))
        switch report.verdict {
        case .accepted: return .done
        case .refusedByVendor: return .refused
        case .refusedHere: return .refusedHere
        }
    }

    /// The kind of a token, or of the token that a text should have been, by the options.
    private static func recognize(
        _ token: UnverifiedJWT?, _ arguments: ParsedArguments, _ assumptions: inout [Assumption]
    ) throws(Failure) -> any TokenCommandLine.Type {
        var kind: (any TokenCommandLine.Type)?
        if let token {
            let recognition = SystemRecognition(of: token)
            assumptions.append(Assumption("Recognized", recognition.text))
            kind = TokenKinds.systems.first { $0.id == recognition.best?.id }
        } else {
            kind = TokenKinds.all.reversed().first { foreignOption(in: arguments, for: $0) == nil }
        }
        let found = kind ?? JWTCommandLine.self
        try refuseOptions(of: arguments, against: found)
        return found
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
        of arguments: ParsedArguments, against found: any TokenCommandLine.Type
    ) throws(Failure) {
        guard let foreign = foreignOption(in: arguments, for: found) else { return }
        let owners = kinds.filter { kind in options(of: kind).contains { $0.name == foreign.name } }.map { $0.id }
        let likeness = found.id == JWTCommandLine.id ? "none for a help desk" : "one for \(found.id)"
        throw .usage(
            "\(foreign.name) is for \(owners.joined(separator: " and ")), and this token looks like \(likeness)",
            hint: "Name the system: \(Tool.name) \(name) \(owners[0]).")
    }
}
