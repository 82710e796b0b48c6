import HelpdeskJWT

/// Ferndesk for the command line.
enum FerndeskCommandLine: SystemCommandLine {
    typealias System = Ferndesk

    private static let id = CommandOption(
        "--id", "ID", isRequired: true, help: "The user's id in your own system (sub); one that never changes.")
    private static let email = CommandOption(
        "--email", "ADDRESS", isRequired: true, help: "The user's e-mail address.")
    private static let name = CommandOption("--name", "NAME", help: "The name that is shown.")
    private static let attributes = CommandOption(
        "--custom-attributes", "JSON", help: "A JSON object with anything more, such as '{\"plan\":\"pro\"}'.")
    private static let widgetID = CommandOption("--widget-id", "ID", isRequired: true, help: "The id of the widget.")

    static let userOptions = [id, email, name, attributes, CommonOptions.claim]
    static let embedOptions = [widgetID]

    static let sample = Sample(
        system: [], user: ["--id", "user-123", "--email", "jane@soap.example", "--name", "Jane Soap"],
        embed: ["--widget-id", "ID"])

    static func system(_ arguments: ParsedArguments, key: HS256Key) -> Ferndesk {
        Ferndesk(key: key)
    }

    static func user(_ arguments: ParsedArguments) throws(Failure) -> FerndeskUser {
        let id = try arguments.required(id)
        let email = try arguments.required(email)
        let attributes = try arguments.object(attributes)
        let claims = try arguments.additionalClaims()
        return try checked { () throws(JWTError) in
            try FerndeskUser(
                id: id, email: email, name: arguments[name], customAttributes: attributes, additionalClaims: claims)
        }
    }

    static func embed(_ arguments: ParsedArguments, token: TokenSource) throws(Failure) -> [Snippet] {
        let widgetID = try arguments.required(widgetID)
        return [
            Snippet(
                purpose: "Identify the user: after the Ferndesk SDK's own script, before the widget is opened",
                script: Ferndesk.signInScript(widgetID: widgetID, token: token)),
            Snippet(
                purpose: "Sign the user out: start the widget again without identifying anybody",
                script: Ferndesk.signOutScript(widgetID: widgetID)),
        ]
    }
}
