/// An option that a command or a system understands.
struct CommandOption: Sendable {
    /// What stands behind the name.
    enum Value: Sendable, Equatable {
        /// Nothing: the option is there or not.
        case none
        /// One value, called so in help texts.
        case one(String)
        /// One value each time, and the option may be given several times.
        case many(String)
    }

    /// The name with its dashes.
    let name: String
    /// What stands behind it.
    let value: Value
    /// Whether the command cannot do without it.
    let isRequired: Bool
    /// What it is for, for the help text.
    let help: String

    /// An option with a value.
    init(_ name: String, _ placeholder: String, isRequired: Bool = false, help: String) {
        self.init(name, .one(placeholder), isRequired: isRequired, help: help)
    }

    /// An option that is there or not.
    init(flag name: String, help: String) {
        self.init(name, .none, isRequired: false, help: help)
    }

    init(_ name: String, _ value: Value, isRequired: Bool, help: String) {
        self.name = name
        self.value = value
        self.isRequired = isRequired
        self.help = help
    }

    /// The same option where the command can do without it.
    func optional(otherwise help: String) -> CommandOption {
        isRequired ? CommandOption(name, value, isRequired: false, help: "\(self.help) \(help)") : self
    }

    /// What help texts call the value; nil if there is none.
    var placeholder: String? {
        switch value {
        case .none: return nil
        case .one(let placeholder), .many(let placeholder): return placeholder
        }
    }

    /// The option as help texts write it: `--key-id ID`.
    var synopsis: String { placeholder.map { "\(name) \($0)" } ?? name }
}

/// The options that several commands have, so that they mean the same everywhere.
enum CommonOptions {
    static let help = CommandOption(flag: "--help", help: "Show this text.")

    static let secretFile = CommandOption(
        "--secret-file", "FILE",
        help: "Read the shared secret from FILE, every byte of it. Without this option it is taken from the "
            + "environment variable \(SecretSource.variable).")

    static let allowShortSecret = CommandOption(
        flag: "--allow-short-secret",
        help: "Accept a secret of fewer than 32 bytes. Only for a secret that the vendor issued short: it can be found "
            + "by trial from a token that was seen.")

    static let at = CommandOption(
        "--at", "TIME",
        help: "Take this for the present time instead of the clock's: 2026-01-01T00:00:00Z, or Unix seconds.")

    static let json = CommandOption(flag: "--json", help: "Print one JSON object, for scripts.")

    static let claim = CommandOption(
        "--claim", .many("NAME=JSON"), isRequired: false,
        help: "Add a claim of your own, its value written as JSON: 'plan=\"pro\"', 'seats=5'. May be repeated.")

    static let secretOptions = [secretFile, allowShortSecret]
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
    /// What `SYSTEM` may be, in a help text about no system in particular.
    var kinds: [String] = []
    /// What it means that there is no `SYSTEM`, if there need not be any.
    var withoutKind: String?
    /// What may follow the options, as help texts write it: `[FILE]`. Nil if nothing may.
    var operand: String?
    /// The options, in the order of the help text.
    var groups: [Group] = []

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
