import HelpdeskJWT

/// Freshdesk's help widget for the command line.
enum FreshdeskHelpWidgetCommandLine: SystemCommandLine {
    typealias System = FreshdeskHelpWidget

    private static let name = CommandOption("--name", "NAME", isRequired: true, help: "The customer's name.")
    private static let email = CommandOption(
        "--email", "ADDRESS", isRequired: true, help: "The customer's own e-mail address, which finds the contact.")
    private static let widgetID = CommandOption(
        "--widget-id", "NUMBER", isRequired: true, help: "The widget_id of the widget's embed code.")

    static let userOptions = [name, email]
    static let embedOptions = [widgetID]

    static let sample = Sample(
        account: [], user: ["--name", "Jane Soap", "--email", "jane@soap.example"],
        embed: ["--widget-id", "12000000001"])

    static func system(_ arguments: ParsedArguments, key: HS256Key) -> FreshdeskHelpWidget {
        FreshdeskHelpWidget(key: key)
    }

    static func user(_ arguments: ParsedArguments) throws(Failure) -> FreshdeskHelpWidgetUser {
        let name = try arguments.required(name)
        let email = try emailAddress(arguments.required(email))
        return try checked { () throws(HS256Error) in try FreshdeskHelpWidgetUser(name: name, email: email) }
    }

    static let signInMoment = "Load the widget and sign the customer in, in place of the embed code of the admin pages"
    static let signOutMoment = "Sign the customer out: when they sign out of your site"

    static func widget(_ arguments: ParsedArguments) throws(Failure) -> FreshdeskHelpWidget.Widget {
        guard let widget = try? FreshdeskHelpWidget.Widget(id: arguments.required(widgetID)) else {
            throw .usage("--widget-id takes the number after widget_id in the embed code")
        }
        return widget
    }
}
