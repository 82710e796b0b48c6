public import HelpdeskIdentity

extension ZendeskMessaging {
    /// What is known about Zendesk messaging.
    public static var profile: SystemProfile {
        SystemProfile(
            id: "zendesk-messaging",
            name: "Zendesk messaging",
            header: [
                .init("alg", "string", .required, "HS256"),
                .init("typ", "string", .required, "JWT"),
                .init("kid", "string", .required, "the id of the signing key, such as app_5963ceb97cde542d000dbdb1"),
            ],
            claims: [
                .init("external_id", "string", .required, "1 to 255 characters; never changes, never a number"),
                .init("email", "string", .recommended, "ignored unless email_verified is true"),
                .init("email_verified", "boolean", .optional, "true only if the visitor has shown that it is his"),
                .init("exp", "integer", .optional, "Unix seconds; a past value is refused"),
                .init("name", "string", .recommended, "full name, shown to agents"),
                .init("scope", "string", .required, "always user"),
            ],
            defaultLifetime: .seconds(900),
            maximumLifetime: nil,
            symptom: "HTTP 401, code \"invalid_auth\", description \"Invalid JWT\"; in the browser a LoginFailedError",
            page: "Zendesk, Enabling authenticated visitors for messaging")
    }
}
