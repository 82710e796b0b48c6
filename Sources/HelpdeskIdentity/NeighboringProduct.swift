package import HS256

/// A product whose tokens are taken for those of a help desk.
package struct NeighboringProduct {
    /// What its tokens are, with an article: "an ID token of Google".
    package let tokens: String
    /// Whether a claim with the mark of a help-desk system speaks against it.
    private var isWeak = false
    /// What tells them from others.
    private let isLikely: (JSONObject, JSONObject) -> Bool

    /// The product that a token is made for, judged by its header and claims alone; nil for none that is known.
    ///
    /// - Parameters:
    ///   - token: The token.
    ///   - profile: The system that it was taken for.
    package static func likely(for token: UnverifiedJWT, besides profile: SystemProfile) -> NeighboringProduct? {
        let hasMarks = !profile.match(for: token).reasons.isEmpty
        return all.first { (!$0.isWeak || !hasMarks) && $0.isLikely(token.header, token.claims) }
    }

    private init(_ tokens: String, isWeak: Bool = false, _ isLikely: @escaping (JSONObject, JSONObject) -> Bool) {
        self.tokens = tokens
        self.isWeak = isWeak
        self.isLikely = isLikely
    }

    private static var all: [NeighboringProduct] {
        [
            NeighboringProduct("a token for Sunshine Conversations (Zendesk's API), whose \"scope\" is another") {
                let scope = $1["scope"]
                return scope == "appUser" || scope == "app" || scope == "account" || scope == "integration"
            },
            NeighboringProduct("a token for Zendesk single sign-on (SSO, also of the Support SDK)") {
                $1["jti"] != nil && $1["iat"] != nil && $1["email"] != nil && $1["exp"] == nil && $1["scope"] == nil
            },
            NeighboringProduct("a token for Zendesk Chat in the Web Widget (Classic)") {
                $1["external_id"] != nil && $1["iat"] != nil && $1["exp"] != nil && $1["scope"] == nil
                    && $0["kid"] == nil
                    && $1["email_verified"] == nil
            },
            NeighboringProduct("a token for Freshworks single sign-on (SSO), which is signed with RS256") {
                $1["nonce"] != nil && $1["given_name"] != nil && $1["iss"] == nil
            },
            issuer("accounts.google.com", "an ID token of Google"),
            issuer("securetoken.google.com", "an ID token of Firebase"),
            issuer("auth0.com", "a token of Auth0"), issuer("cognito-idp", "a token of Amazon Cognito"),
            issuer("login.microsoftonline.com", "a token of Microsoft Entra ID"),
            issuer("sts.windows.net", "a token of Microsoft Entra ID"), issuer("okta", "a token of Okta"),
            issuer("appleid.apple.com", "an ID token of Apple"), issuer("clerk", "a session token of Clerk"),
            issuer("supabase", "an access token of Supabase"), issuer("/realms/", "a token of Keycloak"),
            NeighboringProduct("an ID token of a sign-in service (OpenID Connect)") {
                $1["iss"] != nil && $1["aud"] != nil
                    && ($1["nonce"] ?? $1["at_hash"] ?? $1["azp"] ?? $1["auth_time"]) != nil
            },
            NeighboringProduct("the application's own access token (its token_type says so)") {
                $1["token_type"] != nil || $1["token_use"] != nil
            },
            NeighboringProduct("a token for Intercom, whose ID is \"user_id\"", isWeak: true) {
                $1["user_id"] != nil && $1["email"] != nil && $1["external_id"] == nil && $1["sub"] == nil
                    && $1["_id"] == nil
            },
            NeighboringProduct(
                "a token for Canny, Featurebase, or the like, whose IDs are \"id\" or \"userId\"", isWeak: true
            ) {
                ($1["avatarURL"] ?? $1["profilePicture"] ?? $1["companies"]) != nil
            },
            NeighboringProduct("an access token of a sign-in service, not one for a help desk") {
                $1["iss"] != nil && ($1["realm_access"] ?? $1["client_id"] ?? $1["cid"] ?? $1["permissions"]) != nil
            },
        ]
    }

    private static func issuer(_ part: String, _ tokens: String) -> NeighboringProduct {
        NeighboringProduct(tokens) { _, claims in
            guard case .string(let issuer)? = claims["iss"] else { return false }
            return issuer.hasBytes(of: part)
        }
    }
}

extension String {
    /// Whether another text occurs in it, byte by byte.
    fileprivate func hasBytes(of part: String) -> Bool {
        let (text, part) = (Array(utf8), Array(part.utf8))
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }
}
