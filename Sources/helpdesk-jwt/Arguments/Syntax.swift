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
    var systems: [String] = []
    /// What may stand behind the options, as help texts write it: `[FILE]`. Nil where nothing may.
    var operand: String?
    /// The options, in the order of the help text.
    var groups: [Group] = []

    /// All options, and `--help`.
    var options: [CommandOption] { groups.flatMap(\.options) + [CommonOptions.help] }

    /// How to ask for the help text of the command.
    var helpHint: String { "See helpdesk-jwt \(name) --help." }
}
