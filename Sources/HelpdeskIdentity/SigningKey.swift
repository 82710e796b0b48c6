public import HS256

/// The key with which a help-desk system signs its tokens and checks them, and the header that all of them have.
///
/// It is used through the system's own calls only, ``HelpdeskSystem/token(for:lifetime:at:)``,
/// ``HelpdeskSystem/verify(_:at:)`` and ``HelpdeskSystem/diagnose(_:secretText:at:)``, so no token is signed or accepted
/// without the system's rules.
public struct SigningKey: Sendable {
    @usableFromInline
    package let signer: JWTSigner
    /// Checks everything that is not specific to the system. Lenient on its own: it takes any `aud`, and no `exp`.
    @usableFromInline
    package let verifier: JWTVerifier
    /// The table of the system's rules.
    @usableFromInline
    let rules: RuleBook

    /// A key.
    ///
    /// - Parameters:
    ///   - key: The shared secret.
    ///   - rules: The table of the system's rules, from its profile.
    ///   - header: The header of every token. Tokens with another one can be verified too, if the rules allow it.
    ///   - limits: How large and how deep a token may be.
    public init(
        _ key: HS256Key, rules: RuleBook, header: JOSEHeader = JOSEHeader(), limits: TokenLimits = TokenLimits()
    ) {
        signer = JWTSigner(key: key, header: header, limits: limits)
        // No leeway, as no vendor documents one.
        let policy = ValidationPolicy(audience: .notChecked, expiration: .mayBeAbsent, limits: limits)
        verifier = JWTVerifier(key: key, knownPolicy: policy, table: rules.table, expecting: header)
        self.rules = rules
    }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `SigningKey(redacted)`.
    public var description: String { "SigningKey(redacted)" }
    /// Always `SigningKey(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension SigningKey: CustomReflectable {
        /// A mirror that shows the header and nothing else.
        public var customMirror: Mirror { Mirror(self, children: ["header": signer.header]) }
    }
#endif
