import HelpdeskReport

/// `inspect`: shows what a token says.
enum InspectCommand: PlainCommand {
    static let name = "inspect"
    static let summary = "Shows what a token says. Needs no secret and verifies nothing."
    static let operand: Operand? = .file
    static let notes = [
        TokenInput.help,
        "Nothing leaves this machine. The exit status is 0 if the token can be parsed, and 1 if not.",
    ]
    static let options = [CommonOptions.json, CommonOptions.at]
    static let examples = [[Tool.name, name, "token.txt"]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        let dates = try arguments.dates()
        let inspection = Inspection(try TokenInput.read(arguments.operand, console), dates)
        try console.show(inspection, asJSON: arguments.has(CommonOptions.json))
        return inspection.token == nil ? .refused : .done
    }
}
