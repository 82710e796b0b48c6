import HelpdeskJWT

/// `check`: says whether a system would accept a token, and why not.
enum CheckCommand: SystemCommand {
    static let name = "check"
    static let summary = "Says whether the help desk would accept a token, and if not, why and what to do about it."
    static let operand: String? = TokenInput.operand
    static let notes = [
        TokenInput.help, SecretSource.help,
        "The exit status is 0 if the token is accepted, 1 if the vendor refuses it, and 4 if only this tool refuses it, or "
            + "the secret that it was given is wrong.",
    ]
    static let options = CommonOptions.secretOptions + [CommonOptions.json, CommonOptions.at]

    static func options(of system: any SystemCommandLine.Type) -> [CommandOption] {
        system.systemOptions + system.checkOptions
    }

    static func examples(for system: any SystemCommandLine.Type) -> [String] {
        [ShellText.command([Tool.name, name, system.profile.id] + system.sample.system + ["token.txt"])]
    }

    static func run(
        _ system: any SystemCommandLine.Type, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus {
        let now = try arguments.now()
        let secret = try SecretSource(arguments)
        let token = try TokenInput.read(arguments.operand, console)
        let findings = try system.diagnose(token, arguments, key: secret.key, secretText: secret.text, at: now)
            .inReadingOrder
        let verdict = VerdictReport(system.profile, findings)
        if arguments.has(CommonOptions.json) {
            try console.write(verdict.json)
        } else {
            var page = console.page()
            verdict.write(to: &page)
            try console.show(page)
        }
        return verdict.exitStatus
    }
}
