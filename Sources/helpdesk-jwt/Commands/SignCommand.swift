import HelpdeskJWT

/// `sign`: makes a token.
enum SignCommand: TokenCommand {
    static let name = "sign"
    static let summary = "Signs a token for a visitor and prints it, alone on one line."
    static let notes = [SecretSource.help]

    static let options = CommonOptions.secretOptions + [CommonOptions.at]
    static var kinds: [any TokenCommandLine.Type] { TokenKinds.all }

    static func options(of kind: any TokenCommandLine.Type) -> [CommandOption] {
        kind.accountOptions + kind.userOptions + [lifetimeOption(for: kind)]
    }

    private static func lifetimeOption(for kind: any TokenCommandLine.Type) -> CommandOption {
        let longest = kind.maximumLifetime.map { ", at most \($0.inWords)" } ?? ""
        return CommandOption(
            "--lifetime", "TIME",
            help: "How long the token is good\(longest): \(Lifetime.forms). A number alone is in seconds. Without "
                + "this option, \(kind.defaultLifetime.inWords).")
    }

    static func examples(for kind: any TokenCommandLine.Type) -> [[String]] {
        [[Tool.name, name, kind.id] + kind.sample.account + kind.sample.user]
    }

    static func run(
        _ kind: (any TokenCommandLine.Type)?, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus {
        guard let kind else { preconditionFailure("sign cannot do without") }
        let now = try arguments.now()
        let lifetime = try arguments.duration(lifetimeOption(for: kind)) ?? kind.defaultLifetime
        let secret = try SecretSource(arguments)
        let token = try kind.sign(arguments, key: secret.key, lifetime: lifetime, at: now)
        try console.write(kind.printed(token, arguments) + "\n")
        try warn(about: token, kind, arguments, secret, at: now, console)
        return .done
    }

    /// Warns on standard error if the help desk would do something that the caller may not expect.
    private static func warn(
        about token: String, _ kind: any TokenCommandLine.Type, _ arguments: ParsedArguments,
        _ secret: SecretSource, at now: NumericDate, _ console: Console
    ) throws(Failure) {
        let findings = try kind.diagnose(token, arguments, key: secret.key, secretText: secret.text, at: now)
        for finding in findings where finding.severity > .note {
            let hint = secret.repair(of: finding) ?? "\(finding.remedy)."
            console.complain("\(finding.severity): \(finding.message)", hint: hint)
        }
    }
}
