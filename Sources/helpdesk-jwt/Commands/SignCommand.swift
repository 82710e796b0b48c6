import HelpdeskJWT

/// `sign`: makes a token.
enum SignCommand: SystemCommand {
    static let name = "sign"
    static let summary = "Signs a token for a visitor and prints it, alone on one line."
    static let notes = [SecretSource.help]

    static let options = CommonOptions.secretOptions + [CommonOptions.at]

    static func options(of system: any SystemCommandLine.Type) -> [CommandOption] {
        system.systemOptions + system.userOptions + [lifetimeOption(for: system)]
    }

    private static func lifetimeOption(for system: any SystemCommandLine.Type) -> CommandOption {
        let longest = system.maximumLifetime.map { ", which may be \($0.inWords) at most" } ?? ""
        return CommandOption(
            "--lifetime", "TIME",
            help: "How long the token is good\(longest): \(Lifetime.forms). A number alone is in seconds. Without "
                + "this option, \(system.defaultLifetime.inWords).")
    }

    static func examples(for system: any SystemCommandLine.Type) -> [String] {
        [ShellText.command([Tool.name, name, system.profile.id] + system.sample.system + system.sample.user)]
    }

    static func run(
        _ system: any SystemCommandLine.Type, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus {
        let now = try arguments.now()
        let lifetime = try lifetime(arguments, system)
        let secret = try SecretSource(arguments)
        let token = try system.sign(arguments, key: secret.key, lifetime: lifetime, at: now)
        try console.write(system.printed(token, arguments) + "\n")
        try warn(about: token, system, arguments, secret, at: now, console)
        return .done
    }

    private static func lifetime(
        _ arguments: ParsedArguments, _ system: any SystemCommandLine.Type
    ) throws(Failure) -> Duration {
        guard let text = arguments[lifetimeOption(for: system)] else { return system.defaultLifetime }
        guard let duration = Lifetime.parse(text) else {
            throw .usage("--lifetime takes a time such as \(Lifetime.forms)")
        }
        return duration
    }

    /// Says on standard error what the help desk would do other than the caller may expect.
    private static func warn(
        about token: String, _ system: any SystemCommandLine.Type, _ arguments: ParsedArguments,
        _ secret: SecretSource, at now: NumericDate, _ console: Console
    ) throws(Failure) {
        let findings = try system.diagnose(token, arguments, key: secret.key, secretText: secret.text, at: now)
        for finding in findings where finding.severity > .note {
            let hint = secret.repair(of: finding) ?? "\(finding.remedy)."
            console.complain("\(finding.severity): \(finding.message)", hint: hint)
        }
    }
}
