import HelpdeskJWT
import HelpdeskReport

/// Tiledesk for the command line.
enum TiledeskCommandLine: SystemCommandLine {
    typealias System = Tiledesk

    private static let projectID = CommandOption(
        "--project-id", "ID", isRequired: true, help: "The ID of the Tiledesk project.")
    private static let rawID = CommandOption(
        flag: "--raw-id", help: "The visitor's ID is written as it is, without the project's ID in front.")
    private static let id = CommandOption(
        "--id", "ID", isRequired: true, help: "The visitor's ID in your own system.")
    private static let firstName = CommandOption("--first-name", "NAME", help: "The visitor's first name.")
    private static let lastName = CommandOption("--last-name", "NAME", help: "The visitor's last name.")
    private static let email = CommandOption("--email", "ADDRESS", help: "The visitor's e-mail address.")
    private static let attributes = CommandOption(
        "--attributes", "JSON", help: "A JSON object with further attributes, such as '{\"plan\":\"pro\"}'.")
    private static let prefix = CommandOption(
        flag: "--widget-argument", help: "Print \"JWT \" in front of the token, as the widget needs it.")

    private static let asArgument = CommandOption(
        flag: "--widget-argument", help: "The text is the widget's argument, and must begin with \"JWT \".")

    static let accountOptions = [projectID, rawID]
    static let checkOptions = [asArgument]
    static let userOptions = [id, firstName, lastName, email, attributes, prefix, CommonOptions.claim]

    static let sample = Sample(
        account: ["--project-id", "5b55e806c93dde00143163dd"],
        user: ["--id", "user-123", "--first-name", "Jane", "--last-name", "Soap", "--email", "jane@soap.example"])

    static func system(_ arguments: ParsedArguments, key: HS256Key) throws(Failure) -> Tiledesk {
        let projectID = try arguments.required(projectID)
        return try checkedSetUp { () throws(HS256Error) in
            try Tiledesk(projectID: projectID, key: key, idForm: arguments.has(rawID) ? .raw : .prefixedWithProject)
        }
    }

    static func fillIn(_ arguments: inout ParsedArguments, from token: UnverifiedJWT?) -> [Assumption] {
        fillIn(projectID, "Project", placeholder: "YOUR-PROJECT-ID", &arguments, from: token) { $0.projectID }
    }

    static func user(_ arguments: ParsedArguments) throws(Failure) -> TiledeskUser {
        let id = try arguments.required(id)
        let email = try arguments[email].map { (text) throws(Failure) in try emailAddress(text) }
        let attributes = try arguments.object(attributes)
        let claims = try arguments.additionalClaims()
        return try checked { () throws(HS256Error) in
            try TiledeskUser(
                id: id, firstName: arguments[firstName], lastName: arguments[lastName], email: email,
                attributes: attributes, additionalClaims: claims)
        }
    }

    /// Accepts the widget's argument as well as the token, because it is what a page has.
    static func token(in text: String) -> String {
        (try? TiledeskWidgetArgument(parsing: text))?.token ?? text
    }

    /// Accepts the widget's argument, which begins with `JWT`, as well as the token, because it is what a page has.
    static func diagnose(
        _ token: String, _ arguments: ParsedArguments, key: HS256Key, secretText: String, at now: NumericDate
    ) throws(Failure) -> [Finding] {
        let tiledesk = try system(arguments, key: key)
        let word = token.utf8.drop { $0 <= 0x20 }.prefix { $0 > 0x20 && $0 != 0xC2 }
        let isArgument = arguments.has(asArgument) || word.isSameIgnoringCase(as: "jwt".utf8)
        guard isArgument else {
            return HelpdeskSystems.diagnose(token, for: tiledesk, secretText: secretText, at: now)
        }
        var findings = tiledesk.diagnose(widgetArgument: token, secretText: secretText, at: now)
        HelpdeskSystems.explainOtherSystem(in: token, than: profile, &findings)
        return findings
    }

    static func printed(_ token: String, _ arguments: ParsedArguments) -> String {
        arguments.has(prefix) ? TiledeskWidgetArgument(token: token).text : token
    }

    static let signInMoment =
        "Sign the visitor in: after the widget's own script, in whose tiledeskSettings autoStart is false"
    static let signOutMoment = "Sign the visitor out: when they sign out of your site"

    static func widget(_ arguments: ParsedArguments) -> Tiledesk.Widget { Tiledesk.Widget() }
}
