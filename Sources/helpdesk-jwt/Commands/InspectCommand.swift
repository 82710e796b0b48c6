import HelpdeskReport

/// `inspect`: shows what a token says.
enum InspectCommand: PlainCommand {
    static let name = "inspect"
    static let summary = "Shows what a token says. Needs no secret and verifies nothing."
    static let operand: String? = TokenInput.operand
    static let notes = [
        TokenInput.help,
        "Nothing leaves this machine. The exit status is 0 if the token could be taken apart and 1 if not.",
    ]
    static let options = [CommonOptions.json, CommonOptions.at]
    static let examples = [[Tool.name, name, "token.txt"]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        let dates = try arguments.dates()
        let inspection = Inspection(try TokenInput.read(arguments.operand, console))
        if arguments.has(CommonOptions.json) {
            try console.write(inspection.json.line)
        } else {
            var page = console.page()
            inspection.write(to: &page, dates)
            try console.show(page)
        }
        return inspection.token == nil ? .refused : .done
    }
}
