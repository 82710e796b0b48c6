/// An option that a command or a system understands.
struct CommandOption: Sendable {
    /// What follows the name.
    enum Value: Sendable, Equatable {
        /// Nothing: the option is a flag.
        case none
        /// The name of a file.
        case file
        /// One value, with its name in help texts.
        case one(String)
        /// One value each time; the option may be repeated.
        case many(String)
    }

    /// The name with its dashes.
    let name: String
    /// What follows it.
    let value: Value
    /// Whether the command requires it.
    let isRequired: Bool
    /// What it is for, for the help text.
    let help: String

    /// An option with a value.
    init(_ name: String, _ placeholder: String, isRequired: Bool = false, help: String) {
        self.init(name, .one(placeholder), isRequired: isRequired, help: help)
    }

    /// An option with the name of a file.
    init(file name: String, help: String) {
        self.init(name, .file, isRequired: false, help: help)
    }

    /// A flag, which has no value.
    init(flag name: String, help: String) {
        self.init(name, .none, isRequired: false, help: help)
    }

    init(_ name: String, _ value: Value, isRequired: Bool, help: String) {
        self.name = name
        self.value = value
        self.isRequired = isRequired
        self.help = help
    }

    /// The same option for a command that does not require it.
    func optional(otherwise help: String) -> CommandOption {
        isRequired ? CommandOption(name, value, isRequired: false, help: "\(self.help) \(help)") : self
    }

    /// What help texts call the value; nil if there is none.
    var placeholder: String? {
        switch value {
        case .none: return nil
        case .file: return "FILE"
        case .one(let placeholder), .many(let placeholder): return placeholder
        }
    }

    /// What it is for, and whether it is required.
    var description: String { isRequired ? "Required. \(help)" : help }

    /// The option as help texts write it: `--key-id ID`.
    var synopsis: String { placeholder.map { "\(name) \($0)" } ?? name }
}

/// The options that several commands have, so that they mean the same everywhere.
enum CommonOptions {
    static let help = CommandOption(flag: "--help", help: "Show this text.")

    static let secretFile = CommandOption(
        file: "--secret-file",
        help: "Read the shared secret from FILE, every byte of it. Without this option, it comes from the "
            + "environment variable \(SecretSource.variable).")

    static let allowShortSecret = CommandOption(
        flag: "--allow-short-secret",
        help: "Accept a secret of fewer than 32 bytes. Only for a short secret from the vendor: anyone who has "
            + "seen a token can find it by trial.")

    static let at = CommandOption(
        "--at", "TIME",
        help: "Use this as the present time instead of the clock's: 2026-01-01T00:00:00Z, or Unix seconds.")

    static let json = CommandOption(flag: "--json", help: "Print one JSON object, for scripts.")

    static let claim = CommandOption(
        "--claim", .many("NAME=JSON"), isRequired: false,
        help: "Add a claim of your own, with its value as JSON: 'plan=\"pro\"', 'seats=5'. May be repeated.")

    static let secretOptions = [secretFile, allowShortSecret]
}

/// What may follow the options of a command, as help texts show it.
enum Operand: String, Sendable {
    /// The name of a file, or nothing for standard input.
    case file = "[FILE]"
    /// The name of a help-desk system, or nothing for all of them.
    case system = "[SYSTEM]"
    /// The name of a shell.
    case shell = "SHELL"
}

/// What a command takes, for the parser and for the help text.
struct Syntax: Sendable {
    /// Options under a heading of the help text.
    struct Group: Sendable {
        let title: String
        let options: [CommandOption]
    }

    /// The command as it is called: `sign zendesk-messaging`.
    let name: String
    /// The values of `SYSTEM`, in a help text about no particular system.
    var kinds: [String] = []
    /// What the command does without `SYSTEM`; nil if it requires one.
    var withoutKind: String?
    /// What may follow the options; nil if nothing may.
    var operand: Operand?
    /// The options, in the order of the help text.
    var groups: [Group] = []

    /// The command, as help texts show it: `check [SYSTEM] [OPTIONS] [FILE]`.
    var synopsis: String {
        var words = [name]
        if !kinds.isEmpty { words.append(withoutKind == nil ? "SYSTEM" : "[SYSTEM]") }
        if !groups.isEmpty { words.append("[OPTIONS]") }
        if let operand { words.append(operand.rawValue) }
        return words.joined(separator: " ")
    }

    /// All options, each once, and `--help`.
    var options: [CommandOption] {
        var options: [CommandOption] = []
        for option in groups.flatMap(\.options) + [CommonOptions.help]
        where !options.contains(where: { $0.name == option.name }) {
            options.append(option)
        }
        return options
    }

    /// How to ask for the help text of the command.
    var helpHint: String { "See helpdesk-jwt \(name) --help." }
}
