import HelpdeskReport

/// `systems`: what each system wants in its tokens.
enum SystemsCommand: PlainCommand {
    static let name = "systems"
    static let summary = "Shows for each help-desk system, or for one, what its tokens are made of."
    static let operand: String? = "[SYSTEM]"
    static let notes = [
        SystemSheet.legend, "With the name of a system, the vendor's messages and their meanings are shown, too.",
    ]
    static var words: [String] { TokenKinds.systems.map { $0.id } }
    static var examples: [[String]] { words.suffix(1).map { [Tool.name, name, $0] } }

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        var page = console.page()
        if let word = arguments.operand {
            let sheet = try system(word).sheet
            sheet.write(to: &page)
            sheet.writeMessages(to: &page)
        } else {
            for system in TokenKinds.systems {
                page.blank()
                system.sheet.write(to: &page)
            }
        }
        try console.show(page)
        return .done
    }

    private static func system(_ word: String) throws(Failure) -> any SystemCommandLine.Type {
        if let system = TokenKinds.systems.first(where: { $0.id == word }) { return system }
        let suggestion = Suggestion.sentence(for: word, among: words)
        let end = suggestion.isEmpty ? "; the systems are: \(words.joined(separator: ", "))" : suggestion
        throw .usage("there is no system \(word.astray)\(end)")
    }
}
