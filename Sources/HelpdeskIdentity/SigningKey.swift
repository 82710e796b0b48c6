public import HS256

/// The key with which a help-desk system signs its tokens and checks them, and the header that all of them have.
///
/// It is used through the system's own calls only, ``HelpdeskSystem/token(for:lifetime:at:)``,
/// ``HelpdeskSystem/verify(_:at:)`` and ``HelpdeskSystem/diagnose(_:secretText:at:)``, so no token is signed or accepted
/// without the system's rules.
public struct SigningKey: Sendable {
    /// What is the same for every token. A reference, so that a key is held at the cost of one.
    @usableFromInline package final class Setup: Sendable {
        @usableFromInline package let signer: JWTSigner
        /// Checks everything that is not specific to the system. Lenient on its own: it takes any `aud`, and no `exp`.
        @usableFromInline package let verifier: JWTVerifier
        /// The table of the system's rules.
        @usableFromInline let rules: RuleBook

        init(_ key: HS256Key, _ rules: RuleBook, _ header: JOSEHeader, _ limits: TokenLimits) {
            signer = JWTSigner(key: key, header: header, limits: limits)
            // No leeway, as no vendor documents one.
            let policy = ValidationPolicy(audience: .notChecked, expiration: .mayBeAbsent, limits: limits)
            verifier = JWTVerifier(key: key, knownPolicy: policy, table: rules.table, expecting: header)
            self.rules = rules
        }
    }

    @usableFromInline package let setup: Setup

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
        setup = Setup(key, rules, header, limits)
    }
}

extension SigningKey {
    /// Whether a text is the signature of another under this key, character for character.
    package func isSignature(_ text: some Sequence<UInt8>, of input: some Sequence<UInt8>) -> Bool {
        setup.verifier.keys.entries[0].key.isSignature(text, of: input)
    }

    /// The visitor that a token of a system speaks of, by a time or by the clock of the system.
    @inlinable
    @inline(__always)
    func user<System: HelpdeskSystem>(
        of token: String, at now: NumericDate?, in system: System
    ) throws(HS256Error) -> System.User {
        try Scratch.lend { (scratch) throws(HS256Error) -> System.User in
            var report = RuleReport.stoppingAtFirstError
            let token = try setup.verifier.read(token, at: now, in: &scratch, &report)
            try system.check(token, setup.rules, &report)
            setup.verifier.outlive(token)
            return try system.user(from: token.claims)
        }
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
        public var customMirror: Mirror { Mirror(self, children: ["header": setup.signer.header]) }
    }
#endif
