import HelpdeskJWT
import HelpdeskReport

/// `check-secret`: looks at a secret without a token.
enum CheckSecretCommand: PlainCommand {
    static let name = "check-secret"
    static let summary = "Looks at the shared secret alone, for what was added to it by mistake and what makes it weak."
    static let notes = [
        SecretSource.help,
        "The secret is never shown. Whether it is the help desk's cannot be told; check tells it with a token. The exit "
            + "status is 0 if nothing was found, and 1 if there is an error or a warning.",
    ]
    static let options = [CommonOptions.secretFile, CommonOptions.json]
    static let examples = [[Tool.name, name, "--secret-file", "secret.txt"]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        let report = SecretReport(try SecretSource.bytes(arguments))
        if arguments.has(CommonOptions.json) {
            try console.write(report.json.line)
        } else {
            var page = console.page()
            report.write(to: &page)
            try console.show(page)
        }
        return report.isInOrder ? .done : .refused
    }
}
