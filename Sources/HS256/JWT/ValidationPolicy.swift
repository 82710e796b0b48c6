/// What a verifier demands of a token besides a good signature. Strict unless a property says otherwise.
///
/// ```swift
/// var policy = ValidationPolicy(issuer: "https://id.example", audience: "api")
/// policy.leeway = .seconds(30)
/// ```
///
/// Source: RFC 7519 4.1, RFC 8725 3.
public struct ValidationPolicy: Sendable {
    /// The longest leeway: five minutes ("no more than a few minutes", RFC 7519 4.1.4).
    public static let maximumLeeway: Duration = .seconds(300)

    /// How far ahead `iat` may be whatever the leeway: one minute. It says when a token was issued, not from when it is
    /// valid, and many signers write it with a clock of their own.
    public static let issueTolerance: Duration = .seconds(60)

    /// Whether a token needs an `exp`.
    public enum Expiration: Sendable {
        /// A token without `exp` is refused.
        case required
        /// A token without `exp` is accepted and never expires; one that is there is checked all the same.
        case mayBeAbsent
    }

    /// What becomes of `aud`.
    public enum ExpectedAudience: Sendable, ExpressibleByStringLiteral {
        /// The token must have no `aud`: whoever does not find themselves in it refuses the token (RFC 7519 4.1.3).
        case none
        /// The token must name this recipient.
        case recipient(String)
        /// The token must name one of these recipients.
        case anyOf([String])
        /// `aud` is not looked at, only its type is.
        case notChecked

        /// ``recipient(_:)``.
        public init(stringLiteral value: String) { self = .recipient(value) }
    }

    /// The value that `iss` must have; nil to take any, or none.
    public var issuer: String?
    /// The value that `sub` must have; nil to take any, or none.
    public var subject: String?
    /// What becomes of `aud`.
    public var audience: ExpectedAudience
    /// Whether a token needs an `exp`.
    public var expiration: Expiration
    /// How far the clocks of signer and verifier may be apart, 0...300 s. It widens `exp`, `nbf`, and the age, and `iat` where
    /// it is longer than ``issueTolerance``.
    public var leeway: Duration
    /// How much time may have gone by since `iat`, which is then required; nil for any.
    public var maximumAge: Duration?
    /// Names of claims that must be there, of whatever type.
    public var requiredClaims: [ClaimName]
    /// How large and how deep a token may be.
    public var limits: TokenLimits

    /// A policy.
    ///
    /// - Parameters:
    ///   - issuer: the value that `iss` must have; nil to take any, or none.
    ///   - subject: the value that `sub` must have; nil to take any, or none.
    ///   - audience: what becomes of `aud`; a string literal names the expected recipient.
    ///   - expiration: whether a token needs an `exp`.
    ///   - leeway: how far the clocks may be apart, 0...300 s.
    ///   - maximumAge: how much time may have gone by since `iat`.
    ///   - requiredClaims: names of claims that must be there.
    ///   - limits: How large and how deep a token may be.
    public init(
        issuer: String? = nil, subject: String? = nil, audience: ExpectedAudience = .none,
        expiration: Expiration = .required, leeway: Duration = .zero, maximumAge: Duration? = nil,
        requiredClaims: [ClaimName] = [], limits: TokenLimits = TokenLimits()
    ) {
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        self.expiration = expiration
        self.leeway = leeway
        self.maximumAge = maximumAge
        self.requiredClaims = requiredClaims
        self.limits = limits
    }
}
