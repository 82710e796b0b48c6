import HelpdeskJWT
import HelpdeskReport

/// Any HS256 token, whoever it is for.
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
        help: "How far the clocks may be apart, at most 5 minutes: \(Lifetime.forms). Without it, 0.")

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
        claims.issuedAt = now.wholeSecond
        claims.expiration = now.wholeSecond.advanced(by: lifetime)
        for member in added.members { claims.members[member.name] = member.value }
        let signer = JWTSigner(key: key, header: JOSEHeader(keyID: arguments[keyID]))
        return try checked { [claims] () throws(HS256Error) in try signer.sign(claims) }
    }

    static func complete(
        _ arguments: inout ParsedArguments, from token: UnverifiedJWT?
    ) -> [(what: String, text: String)] {
        guard let token else { return [] }
        let untold = [("Issuer", "iss", issuer), ("Audience", "aud", audience)].compactMap { what, claim, option in
            token.claims[claim] == nil || arguments.has(option)
                ? nil : (what, "not compared with yours, which \(option.name) would say")
        }
        let endless = token.claims["exp"] == nil ? [("Expiration", "none: the token is good for ever")] : []
        return untold + endless
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
