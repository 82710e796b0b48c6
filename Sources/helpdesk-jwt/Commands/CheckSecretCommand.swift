import HelpdeskJWT
import HelpdeskReport

/// `check-secret`: looks at a secret without a token.
enum CheckSecretCommand: PlainCommand {
    static let name = "check-secret"
    static let summary = "Checks the shared secret alone, for what was added to it by mistake and what makes it weak."
    static let notes = [
        SecretSource.help,
        "The secret is never shown. This command cannot tell whether it is the help desk's; check can, with a token. "
            + "The exit status is 1 if there is an error or a warning, and 0 if there is neither.",
    ]
    static let options = CommonOptions.secretOptions + [CommonOptions.json]
    static let examples = [[Tool.name, name, "--secret-file", "secret.txt"]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        let report = SecretReport(
            try SecretSource.bytes(arguments), isShortAllowed: arguments.has(CommonOptions.allowShortSecret))
        try console.show(report, asJSON: arguments.has(CommonOptions.json))
        return report.isInOrder ? .done : .refused
    }
}
