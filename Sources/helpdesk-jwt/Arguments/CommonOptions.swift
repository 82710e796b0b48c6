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
        "--at", "SECONDS", help: "Take this for the present time, in Unix seconds, instead of the clock's.")

    static let json = CommandOption(flag: "--json", help: "Print one JSON object, for scripts.")

    static let claim = CommandOption(
        "--claim", .many("NAME=JSON"), isRequired: false,
        help: "Add a claim of your own, its value written as JSON: 'plan=\"pro\"', 'seats=5'. May be repeated.")

    static let secretOptions = [secretFile, allowShortSecret]
}
