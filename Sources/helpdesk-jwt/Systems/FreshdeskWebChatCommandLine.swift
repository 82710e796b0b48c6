import HelpdeskJWT

/// Freshdesk Web Chat for the command line.
enum FreshdeskWebChatCommandLine: SystemCommandLine {
    typealias System = FreshdeskWebChat

    private static let uuid = CommandOption(
        "--uuid", "UUID", isRequired: true, help: "Tells this user from all others. If the widget made one, use it.")
    private static let uuidClaim = CommandOption(
        "--uuid-claim", "NAME",
        help:
            "The name of the claim for the uuid: freshcat (as in the page's sample), freshdesk, freshchat, or all. "
            + "Without this option, freshcat.")
    private static let id = CommandOption(
        "--id", "ID",
        help: "The customer's ID in your own system (reference_id). Leave it out for a visitor you do not know.")
    private static let firstName = CommandOption("--first-name", "NAME", help: "The customer's first name.")
    private static let lastName = CommandOption("--last-name", "NAME", help: "The customer's last name.")
    private static let phoneNumber = CommandOption(
        "--phone-number", "NUMBER", help: "The customer's phone number, such as +1234567890.")

    private static let host = CommandOption(
        "--host", "URL", isRequired: true, help: "The host of the widget's embed code, with https://.")
    private static let widgetToken = CommandOption(
        "--widget-token", "TOKEN", isRequired: true, help: "The token of the embed code; it is not a secret.")
    private static let widgetID = CommandOption(
        "--widget-id", "ID", isRequired: true, help: "The widgetId of the embed code.")

    static let userOptions = [
        uuid, uuidClaim, id, firstName, lastName, phoneNumber, CommonOptions.claim,
    ]
    static let embedOptions = [host, widgetToken, widgetID]

    static let sample = Sample(
        account: [],
        user: [
            "--uuid", "uuid-123456-abcdef", "--id", "ref-123456", "--first-name", "Jane", "--last-name",
            "Soap",
        ],
        embed: ["--host", "https://example.freshchat.com", "--widget-token", "TOKEN", "--widget-id", "ID"])

    static func system(_ arguments: ParsedArguments, key: HS256Key) throws(Failure) -> FreshdeskWebChat {
        let uuidClaims = try uuidClaims(arguments)
        return try checkedSetUp { () throws(HS256Error) in try FreshdeskWebChat(key: key, uuidClaims: uuidClaims) }
    }

    private static func uuidClaims(_ arguments: ParsedArguments) throws(Failure) -> FreshdeskWebChat.UUIDClaims {
        switch arguments[uuidClaim] {
        case nil, "freshcat"?: return .freshcat
        case "freshdesk"?: return .freshdesk
        case "freshchat"?: return .freshchat
        case "all"?: return .all
        case _?: throw .usage("--uuid-claim takes freshcat, freshdesk, freshchat or all")
        }
    }

    static func user(_ arguments: ParsedArguments) throws(Failure) -> FreshdeskWebChatUser {
        let uuid = try arguments.required(uuid)
        let claims = try arguments.additionalClaims()
        guard let id = arguments[id] else {
            guard claims.isEmpty, ![firstName, lastName, phoneNumber].contains(where: arguments.has) else {
                throw .usage("a visitor without --id has only a --uuid")
            }
            return try checked { () throws(HS256Error) in try .visitor(uuid: uuid) }
        }
        return try checked { () throws(HS256Error) in
            try FreshdeskWebChatUser(
                uuid: uuid, id: id, firstName: arguments[firstName], lastName: arguments[lastName],
                phoneNumber: arguments[phoneNumber], additionalClaims: claims)
        }
    }

    static let signInMoment = "Load the widget and sign the visitor in, in place of the embed code of the admin pages"

    static func widget(_ arguments: ParsedArguments) throws(Failure) -> FreshdeskWebChat.Widget {
        FreshdeskWebChat.Widget(
            host: try arguments.required(host), token: try arguments.required(widgetToken),
            id: try arguments.required(widgetID))
    }
}
