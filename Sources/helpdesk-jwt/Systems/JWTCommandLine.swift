import HelpdeskJWT
import HelpdeskReport

/// Any other HS256 token for the command line.
enum JWTCommandLine: TokenCommandLine {
    static let id = "jwt"
    static let judge = Judge.verifier
    static let defaultLifetime: Duration = .seconds(900)
    static let maximumLifetime: Duration? = nil

    private static let issuer = CommandOption(
        "--issuer", "NAME", help: "Who issues the token (iss). With check, it must be this one.")
    private static let audience = CommandOption(
        "--audience", .many("NAME"), isRequired: false,
        help:
            "Who the token is for (aud). With check, it must be for this one. May be repeated: check accepts any of them."
    )
    private static let keyID = CommandOption(
        "--kid", "ID", help: "The ID of the key (kid). With check, a token that names another key is refused.")
    private static let leeway = CommandOption(
        "--leeway", "TIME",
        help: "How far apart the clocks may be, at most 5 minutes: \(Lifetime.forms). Without it, 0.")

    static let accountOptions = [issuer, audience, keyID]
    static let checkOptions = [leeway]
    static let userOptions = [CommonOptions.claim]

    static let sample = Sample(
        account: ["--issuer", "https://id.example", "--audience", "api"], user: ["--claim", "sub=\"user-123\""])

    static func sign(
        _ arguments: ParsedArguments, key: HS256Key, lifetime: Duration, at now: NumericDate
    ) throws(Failure) -> String {
        let added = try arguments.additionalClaims()
        for (name, option) in [("iss", issuer.name), ("aud", audience.name), ("exp", "--lifetime"), ("iat", "--at")]
        where added[name] != nil {
            throw .usage("--claim cannot set \"\(name)\"; use \(option)")
        }
        var claims = JWTClaims()
        claims.issuer = arguments[issuer]
        let recipients = arguments.all(audience)
        if !recipients.isEmpty { claims.audience = Audience(recipients) }
        guard NumericDate.distantFuture - now > lifetime else {
            throw .usage("--lifetime reaches past the year 9999")
        }
        claims.issuedAt = now.wholeSecond
        claims.expiration = now.wholeSecond.advanced(by: lifetime)
        for member in added.members { claims.members[member.name] = member.value }
        let signer = JWTSigner(key: key, header: JOSEHeader(keyID: arguments[keyID]))
        return try checked { [claims] () throws(HS256Error) in try signer.sign(claims) }
    }

    static func fillIn(_ arguments: inout ParsedArguments, from token: UnverifiedJWT?) -> [Assumption] {
        guard let token else { return [] }
        var assumptions: [Assumption] = []
        for (what, value, option) in [
            ("Issuer", token.claims["iss"], issuer), ("Audience", token.claims["aud"], audience),
            ("Key ID", token.header["kid"], keyID),
        ] where value != nil && !arguments.has(option) {
            assumptions.append(Assumption(what, "not compared; \(option.name) compares it with yours"))
        }
        if arguments.has(keyID) && token.header["kid"] == nil {
            assumptions.append(Assumption("Key ID", "the token names none"))
        }
        if token.claims["exp"] == nil {
            assumptions.append(Assumption("Expiration", "none; the token never expires"))
        }
        return assumptions
    }

    static func diagnose(
        _ token: String, _ arguments: ParsedArguments, key: HS256Key, secretText: String, at now: NumericDate
    ) throws(Failure) -> [Finding] {
        let recipients = arguments.all(audience)
        let policy = ValidationPolicy(
            issuer: arguments[issuer], audience: recipients.isEmpty ? .notChecked : .anyOf(recipients),
            expiration: .mayBeAbsent, leeway: try arguments.duration(leeway) ?? .zero)
        let keys = KeyRing(key, id: arguments[keyID])
        let verifier = try checkedSetUp { () throws(HS256Error) in try JWTVerifier(keys: keys, policy: policy) }
        return verifier.diagnose(token, secretText: secretText, at: now)
    }
}
