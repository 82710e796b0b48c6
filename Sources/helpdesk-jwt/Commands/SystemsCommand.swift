import HelpdeskReport

/// `systems`: what each system wants in its tokens.
enum SystemsCommand: PlainCommand {
    static let name = "systems"
    static let summary = "Shows what each help-desk system, or one of them, wants in its tokens."
    static let operand: Operand? = .system
    static let notes = [
        SystemSheet.legend, "With the name of a system, it also shows the vendor's messages and their meanings.",
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
        throw .usage(Suggestion.unknown("system", word, among: words))
    }
}
