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

    /// The option as help texts write it: `--key-id ID`.
    var synopsis: String {
        switch value {
        case .none: return name
        case .one(let placeholder), .many(let placeholder): return "\(name) \(placeholder)"
        }
    }
}
