/// `completions`: scripts for shells.
enum CompletionsCommand: PlainCommand {
    static let name = "completions"
    static let summary = "Prints the script that lets bash, zsh, or fish complete commands and options."
    static let operand: Operand? = .shell
    static let notes = [
        "Docs/CommandLine.md says where the script goes. To use it in the running bash: "
            + "eval \"$(\(Tool.name) \(name) bash)\""
    ]
    static var words: [String] { Completions.allCases.map { $0.rawValue } }
    static let examples = [[Tool.name, name, "bash"]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        guard let word = arguments.operand else {
            throw .usage("\(name) needs the name of a shell: \(words.joined(separator: ", "))")
        }
        guard let shell = Completions(rawValue: word) else {
            throw .usage(Suggestion.unknown("script for", word, among: words))
        }
        try console.write(shell.script)
        return .done
    }
}

/// `manual`: the manual page.
enum ManualCommand: PlainCommand {
    static let name = "manual"
    static let summary = "Prints the manual page, for man."
    static let notes = [
        "Docs/CommandLine.md says where the page goes. To read it right away: "
            + "\(Tool.name) \(name) > \(Tool.name).1 && man ./\(Tool.name).1"
    ]
    static let examples = [[Tool.name, name]]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        try console.write(Manual.page)
        return .done
    }
}
