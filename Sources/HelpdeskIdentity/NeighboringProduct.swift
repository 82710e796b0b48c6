package import HS256

/// A product whose tokens are taken for those of a help desk.
package struct NeighboringProduct: Sendable {
    /// What its tokens are, with an article: "an ID token of Google".
    package let tokens: String
    /// Whether a claim with the mark of a help-desk system speaks against it.
    private var isWeak = false
    /// What tells them from others.
    private let isLikely: @Sendable (borrowing ClaimReader, borrowing ClaimReader) -> Bool

    /// The product that a token is made for, judged by its header and claims alone; nil if it is none that is known.
    ///
    /// - Parameters:
    ///   - token: The token.
    ///   - rules: The rules of the system that it was taken for.
    package static func likely(for token: borrowing TokenReader, besides rules: RuleBook) -> NeighboringProduct? {
        var hasMarks = false
        for rule in rules.claims where rule.isTelling && token.claims.contains(rule.name) { hasMarks = true }
        for product in all where !product.isWeak || !hasMarks {
            if product.isLikely(token.header, token.claims) { return product }
        }
        return nil
    }

    private init(
        _ tokens: String, isWeak: Bool = false,
        _ isLikely: @escaping @Sendable (borrowing ClaimReader, borrowing ClaimReader) -> Bool
    ) {
        self.tokens = tokens
        self.isWeak = isWeak
        self.isLikely = isLikely
    }

    private static let all: [NeighboringProduct] = [
        NeighboringProduct("a token for Sunshine Conversations (Zendesk's API), whose \"scope\" is another") {
            _, claims in
            claims.isString("scope", equalTo: "appUser") || claims.isString("scope", equalTo: "app")
                || claims.isString("scope", equalTo: "account") || claims.isString("scope", equalTo: "integration")
        },
        NeighboringProduct("a token for Zendesk single sign-on (SSO, also of the Support SDK)") { _, claims in
            claims.contains("jti") && claims.contains("iat") && claims.contains("email")
                && !claims.contains("exp") && !claims.contains("scope")
        },
        NeighboringProduct("a token for Zendesk Chat in the Web Widget (Classic)") { header, claims in
            claims.contains("external_id") && claims.contains("iat") && claims.contains("exp")
                && !claims.contains("scope") && !header.contains("kid") && !claims.contains("email_verified")
        },
        NeighboringProduct("a token for Freshworks single sign-on (SSO), which is signed with RS256") { _, claims in
            claims.contains("nonce") && claims.contains("given_name") && !claims.contains("iss")
        },
        issuer("accounts.google.com", "an ID token of Google"),
        issuer("securetoken.google.com", "an ID token of Firebase"),
        issuer("auth0.com", "a token of Auth0"), issuer("cognito-idp", "a token of Amazon Cognito"),
        issuer("login.microsoftonline.com", "a token of Microsoft Entra ID"),
        issuer("sts.windows.net", "a token of Microsoft Entra ID"), issuer(".okta", "a token of Okta"),
        issuer("appleid.apple.com", "an ID token of Apple"), issuer("clerk.", "a session token of Clerk"),
        issuer("supabase.", "an access token of Supabase"), issuer("/realms/", "a token of Keycloak"),
        NeighboringProduct("an ID token of a sign-in service (OpenID Connect)") { _, claims in
            claims.contains("iss") && claims.contains("aud")
                && (claims.contains("nonce") || claims.contains("at_hash") || claims.contains("azp")
                    || claims.contains("auth_time"))
        },
        NeighboringProduct("the application's own access token (its token_type says so)") { _, claims in
            claims.contains("token_type") || claims.contains("token_use")
        },
        NeighboringProduct("a token for Intercom, whose ID is \"user_id\"", isWeak: true) { _, claims in
            claims.contains("user_id") && claims.contains("email") && !claims.contains("external_id")
                && !claims.contains("sub") && !claims.contains("_id")
        },
        NeighboringProduct(
            "a token for Canny, Featurebase, or the like, whose IDs are \"id\" or \"userId\"", isWeak: true
        ) { _, claims in
            claims.contains("avatarURL") || claims.contains("profilePicture") || claims.contains("companies")
        },
        NeighboringProduct("an access token of a sign-in service, not one for a help desk") { _, claims in
            claims.contains("iss")
                && (claims.contains("realm_access") || claims.contains("client_id") || claims.contains("cid")
                    || claims.contains("permissions"))
        },
    ]

    private static func issuer(_ part: StaticString, _ tokens: String) -> NeighboringProduct {
        NeighboringProduct(tokens) { _, claims in
            guard let issuer = try? claims.stringIfPresent(.issuer) else { return false }
            return Array(issuer.utf8).contains(part)
        }
    }
}

extension Finding {
    /// Whether it may come of a token that is made for something else.
    package func isForeign(to rules: RuleBook) -> Bool {
        code.rawValue.hasPrefix(rules.systemID) || code == .algorithmNotAllowed
    }

    /// Begins the message with the product that the token is made for.
    package mutating func explainProduct(_ tokens: String, insteadOf system: String) {
        isExplainedByProduct = true
        message = "this looks like \(tokens), not one for \(system): \(message)"
        remedy = "Check which token the page fetches, and sign one for \(system). \(remedy)"
    }
}
