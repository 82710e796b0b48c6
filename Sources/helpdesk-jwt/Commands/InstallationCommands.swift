/// `completions`: scripts for shells.
enum CompletionsCommand: PlainCommand {
    static let name = "completions"
    static let summary = "Prints the script with which bash, zsh, or fish completes commands and options."
    static let operand: String? = "SHELL"
    static let notes = [
        "The README says where the script goes. For the bash that is running: "
            + "source <(\(Tool.name) \(name) bash)"
    ]
    static var words: [String] { Completions.allCases.map { $0.rawValue } }
    static let examples = [[Tool.name, name, "bash"]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        let words = words.joined(separator: ", ")
        guard let word = arguments.operand else { throw .usage("\(name) needs the name of a shell: \(words)") }
        guard let shell = Completions(rawValue: word) else {
            throw .usage("there are no completions for \(word.astray); the shells are: \(words)")
        }
        try console.write(shell.script)
        return .done
    }
}

/// `manual`: the manual page.
enum ManualCommand: PlainCommand {
    static let name = "manual"
    static let summary = "Prints the manual page, for man."
    static let notes = ["The README says where the page goes. To read it at once: \(Tool.name) \(name) | man -l -"]
    static let examples = [[Tool.name, name]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        try console.write(Manual.page)
        return .done
    }
}
