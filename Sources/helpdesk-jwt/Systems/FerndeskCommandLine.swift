import HelpdeskJWT

/// Ferndesk for the command line.
enum FerndeskCommandLine: SystemCommandLine {
    typealias System = Ferndesk

    private static let id = CommandOption(
        "--id", "ID", isRequired: true, help: "The user's ID in your own system (sub); one that never changes.")
    private static let email = CommandOption(
        "--email", "ADDRESS", isRequired: true, help: "The user's e-mail address.")
    private static let name = CommandOption("--name", "NAME", help: "The name to show.")
    private static let attributes = CommandOption(
        "--custom-attributes", "JSON", help: "A JSON object with further attributes, such as '{\"plan\":\"pro\"}'.")
    private static let widgetID = CommandOption("--widget-id", "ID", isRequired: true, help: "The ID of the widget.")

    static let userOptions = [id, name, email, attributes, CommonOptions.claim]
    static let embedOptions = [widgetID]

    static let sample = Sample(
        account: [], user: ["--id", "user-123", "--name", "Jane Soap", "--email", "jane@soap.example"],
        embed: ["--widget-id", "ID"])

    static func system(_ arguments: ParsedArguments, key: HS256Key) -> Ferndesk {
        Ferndesk(key: key)
    }

    static func user(_ arguments: ParsedArguments) throws(Failure) -> FerndeskUser {
        let id = try arguments.required(id)
        let email = try emailAddress(arguments.required(email))
        let attributes = try arguments.object(attributes)
        let claims = try arguments.additionalClaims()
        return try checked { () throws(HS256Error) in
            try FerndeskUser(
                id: id, name: arguments[name], email: email, customAttributes: attributes, additionalClaims: claims)
        }
    }

    static let signInMoment = "Identify the user: after the Ferndesk SDK's own script, before the widget is opened"
    static let signOutMoment = "Sign the user out: start the widget again without identifying anybody"

    static func widget(_ arguments: ParsedArguments) throws(Failure) -> Ferndesk.Widget {
        Ferndesk.Widget(id: try arguments.required(widgetID))
    }
}
