import HelpdeskJWT

/// Takes the arguments of a command apart.
///
/// `--name VALUE` and `--name=VALUE` are the same; `--` ends the options. A value is never empty, because that is what
/// an unset shell variable gives. A value that begins with two dashes is written after `=`, so that a forgotten value
/// does not swallow the next option.
struct ArgumentParser {
    private let syntax: Syntax
    private var rest: ArraySlice<String>
    private var parsed = ParsedArguments()

    /// Parses the arguments after a command by its syntax.
    static func parse(_ arguments: ArraySlice<String>, by syntax: Syntax) throws(Failure) -> ParsedArguments {
        var parser = ArgumentParser(syntax: syntax, rest: arguments)
        do throws(Failure) {
            try parser.parse()
            return parser.parsed
        } catch {
            throw error.hinting(syntax.helpHint)
        }
    }

    private init(syntax: Syntax, rest: ArraySlice<String>) {
        self.syntax = syntax
        self.rest = rest
    }

    private mutating func parse() throws(Failure) {
        while let argument = rest.popFirst() {
            if argument == "--" {
                while let operand = rest.popFirst() { try take(operand: operand) }
            } else if argument.hasPrefix("-") && argument != "-" {
                try take(option: argument)
            } else {
                try take(operand: argument)
            }
        }
        let missing = syntax.options.filter { $0.isRequired && !parsed.has($0) }
        guard missing.isEmpty else {
            throw .usage("\(syntax.name) needs \(missing.map(\.synopsis).joined(separator: " and "))")
        }
    }

    // MARK: Options

    private mutating func take(option argument: String) throws(Failure) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = syntax.options.first(where: { $0.name == name }) else { throw unknown(name) }
        guard option.value != .none else {
            guard parts.count == 1 else { throw .usage("\(name) takes no value") }
            return parsed.add("", to: option)
        }
        var isRepeatable = false
        if case .many = option.value { isRepeatable = true }
        guard isRepeatable || !parsed.has(option) else { throw .usage("\(name) is given twice") }
        let value = parts.count == 2 ? String(parts[1]) : try nextValue(for: option)
        guard !value.isEmpty else {
            throw .usage("the value of \(name) is empty; if it comes from a variable, the variable is not set")
        }
        parsed.add(value, to: option)
    }

    private mutating func nextValue(for option: CommandOption) throws(Failure) -> String {
        guard let value = rest.first, !value.hasPrefix("--") else {
            let next = rest.first.map {
                $0 == "--" ? "" : "; a value that begins with dashes is written \(option.name)=--…"
            }
            throw .usage("\(option.name) needs a value\(next ?? "")")
        }
        rest.removeFirst()
        return value
    }

    /// The error for an unknown option. It shows only the name, because a secret may follow it, and not even that if
    /// the name is long and resembles no option.
    private func unknown(_ name: String) -> Failure {
        if SecretSource.isAttempt(name) { return SecretSource.refusal }
        if !name.hasPrefix("--") {
            return .usage("options begin with two dashes, such as --help")
        }
        let suggestion = Suggestion.sentence(for: name, among: syntax.options.map(\.name))
        let shown = suggestion.isEmpty && !name.isShortEnoughToRepeat ? name.astray : name.excerpt(quoted: false)
        return .usage("\(syntax.name) has no option \(shown)\(suggestion)")
    }

    // MARK: Operands

    private mutating func take(operand: String) throws(Failure) {
        guard syntax.operand != nil else {
            throw .usage("\(syntax.name) takes no argument \(operand.astray)\(Self.spacesHint(operand))")
        }
        guard !operand.isEmpty else { throw .usage("the name of the file is empty") }
        guard parsed.operand == nil else {
            throw .usage("\(operand.astray) is one argument too many\(Self.spacesHint(operand))")
        }
        parsed.operand = operand
    }

    private static func spacesHint(_ operand: String) -> String {
        operand.isShortEnoughToRepeat ? "; a value with spaces needs quotation marks around it" : ""
    }
}
