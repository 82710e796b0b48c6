import HelpdeskJWT

/// A good token of a system and three broken ones.
struct Demonstration {
    /// Something to check.
    struct Trial {
        /// What was done to the token.
        let what: String
        /// Whether it should be accepted.
        let isGood: Bool
        let token: String
        let now: NumericDate
    }

    /// The good token.
    let token: String
    /// What it says.
    let claims: String
    /// What is to be checked.
    let trials: [Trial]

    private let system: any SystemCommandLine.Type
    private let arguments: ParsedArguments
    private let secretText: String

    /// Signs and breaks tokens of the system's sample visitor.
    init(_ system: any SystemCommandLine.Type, secretText: String) throws(Failure) {
        self.system = system
        self.secretText = secretText
        let sample = system.sample
        arguments = try ArgumentParser.parse((sample.account + sample.user)[...], by: SignCommand.syntax(for: system))
        let now = NumericDate.now
        let lifetime = system.defaultLifetime
        token = try system.sign(arguments, key: Self.key(secretText), lifetime: lifetime, at: now)
        let withLineBreak = try system.sign(
            arguments, key: Self.key(secretText + "\n"), lifetime: lifetime, at: now)
        let said = try Self.claims(of: token)
        claims = said.members.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
        trials = [
            Trial(what: "as it is", isGood: true, token: token, now: now),
            Trial(
                what: "one claim changed", isGood: false, token: Self.changingOneClaim(said, of: token), now: now),
            Trial(
                what: "expired an hour ago", isGood: false, token: token,
                now: now.advanced(by: lifetime + .seconds(3_600))),
            Trial(
                what: "secret + line break", isGood: false, token: withLineBreak,
                now: now),
        ]
    }

    /// What `check` finds in a trial.
    func findings(about trial: Trial) throws(Failure) -> [Finding] {
        try system.diagnose(
            trial.token, arguments, key: Self.key(secretText), secretText: secretText, at: trial.now
        )
    }

    private static func key(_ text: String) throws(Failure) -> HS256Key {
        do throws(HS256Error) { return try HS256Key(utf8: text) } catch { throw .unsignable(error) }
    }

    private static func claims(of token: String) throws(Failure) -> JSONObject {
        do throws(HS256Error) { return try UnverifiedJWT(unverified: token).claims } catch { throw .unsignable(error) }
    }

    /// The token with another value for the first claim that is a text, and the signature that it had.
    private static func changingOneClaim(_ claims: JSONObject, of token: String) -> String {
        var claims = claims
        for member in claims.members {
            guard case .string = member.value else { continue }
            claims[member.name] = "somebody-else"
            break
        }
        var segments = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        segments[1] = Base64URL.encode(claims.description.utf8)
        return segments.joined(separator: ".")
    }
}
