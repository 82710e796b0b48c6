import HS256

/// Tokens for the tests, signed at a fixed time.
enum Tokens {
    /// The names of all systems.
    static let systems = [
        "freshdesk-web-chat", "freshdesk-help-widget", "ferndesk", "tiledesk", "zendesk-messaging",
    ]

    /// 2026-01-01 00:00:00 UTC, as an argument.
    static let now = "1767225600"
    /// The id of the key.
    static let keyID = "app_5963ceb97cde542d000dbdb1"

    /// What makes `check` look at a token as the system does.
    static let check = ["check", "zendesk-messaging", "--key-id", keyID, "--at", now]
    /// What makes `sign` sign a token without anything optional.
    static let sign = ["sign", "zendesk-messaging", "--key-id", keyID, "--at", now, "--id", "12345678"]

    /// A token that Zendesk would accept without a remark.
    static func good(secret: String = ToolRun.secret) throws -> String {
        try signed(
            [
                "external_id": "12345678", "name": "Jane Soap", "email": "jane@soap.example", "email_verified": true,
                "exp": 1_767_226_500, "scope": "user",
            ], secret: secret)
    }

    /// A token of any claims.
    static func signed(_ claims: JSONObject, secret: String = ToolRun.secret) throws -> String {
        try JWTSigner(key: HS256Key(legacyShortSecret: secret.utf8), header: JOSEHeader(keyID: keyID))
            .sign(payload: claims.description.utf8)
    }

    /// A token whose signature is no signature.
    static func unsigned(header: String, claims: String) -> String {
        [header, claims, "no signature"].map { Base64URL.encode($0.utf8) }.joined(separator: ".")
    }
}
