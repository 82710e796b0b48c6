import HelpdeskJWT
import HelpdeskReport

/// Zendesk messaging for the command line.
enum ZendeskMessagingCommandLine: SystemCommandLine {
    typealias System = ZendeskMessaging

    private static let keyID = CommandOption(
        "--key-id", "ID", isRequired: true,
        help: "The ID of the signing key as the Admin Center shows it, such as app_5963ceb97cde542d000dbdb1.")
    private static let id = CommandOption(
        "--id", "ID", isRequired: true,
        help: "The visitor's ID in your own directory (external_id), at most 255 characters; one that never changes.")
    private static let name = CommandOption("--name", "NAME", help: "The visitor's full name, shown to agents.")
    private static let email = CommandOption(
        "--email", "ADDRESS", help: "The visitor's e-mail address. Also say whether it is verified.")
    private static let isVerified = CommandOption(
        flag: "--email-verified", help: "The visitor has shown that the address is theirs.")
    private static let isUnverified = CommandOption(
        flag: "--email-unverified", help: "Nobody has checked the address. Zendesk then ignores it.")

    static let accountOptions = [keyID]
    static let userOptions = [id, name, email, isVerified, isUnverified, CommonOptions.claim]

    static let sample = Sample(
        account: ["--key-id", "app_5963ceb97cde542d000dbdb1"],
        user: [
            "--id", "12345678", "--name", "Jane Soap", "--email", "jane@soap.example", "--email-verified",
        ])

    static func system(_ arguments: ParsedArguments, key: HS256Key) throws(Failure) -> ZendeskMessaging {
        let keyID = try arguments.required(keyID)
        return try checkedSetUp { () throws(HS256Error) in try ZendeskMessaging(keyID: keyID, key: key) }
    }

    static func fillIn(_ arguments: inout ParsedArguments, from token: UnverifiedJWT?) -> [Assumption] {
        fillIn(keyID, "Key ID", placeholder: "YOUR-KEY-ID", &arguments, from: token) { $0.keyID }
    }

    static func user(_ arguments: ParsedArguments) throws(Failure) -> ZendeskMessagingUser {
        let id = try arguments.required(id)
        let email = try verifiedEmail(arguments)
        let claims = try arguments.additionalClaims()
        return try checked { () throws(HS256Error) in
            try ZendeskMessagingUser(id: id, name: arguments[name], email: email, additionalClaims: claims)
        }
    }

    private static func verifiedEmail(_ arguments: ParsedArguments) throws(Failure) -> ZendeskMessagingUser.Email? {
        switch (arguments[email], arguments.has(isVerified), arguments.has(isUnverified)) {
        case (_, true, true): throw .usage("an address is either --email-verified or --email-unverified, not both")
        case (let address?, true, false): return .verified(try emailAddress(address))
        case (let address?, false, true): return .unverified(try emailAddress(address))
        case (_?, false, false):
            throw .usage("--email needs --email-verified or --email-unverified beside it: whether it is, only you know")
        case (nil, false, false): return nil
        case (nil, _, _): throw .usage("--email-verified and --email-unverified need an --email that they are about")
        }
    }

    static let signInMoment = "Sign the visitor in: as soon as the page knows who it is, after the widget's own script"
    static let signOutMoment = "Sign the visitor out: when they sign out of your site"

    static func widget(_ arguments: ParsedArguments) -> ZendeskMessaging.Widget { ZendeskMessaging.Widget() }
}
