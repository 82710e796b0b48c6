import HelpdeskJWT

private let expiration: JSONValue = 1_700_000_900
private let plainHeader: JSONObject = ["alg": "HS256", "typ": "JWT"]

/// Claims of the caller's own, of every JSON type.
private func ownClaims(_ text: String) -> JSONObject {
    [
        "tier": .string(text), "orders": 12, "isTrial": false, "nothing": nil,
        "history": [1, "two", ["three": 3]], "account": ["id": "a-1", "names": [.string(text)]],
    ]
}

struct WebChatSample: SystemSample {
    func system(key: HS256Key) throws(HS256Error) -> FreshdeskWebChat { try FreshdeskWebChat(key: key) }

    func minimalUser() throws(HS256Error) -> FreshdeskWebChatUser { try .visitor(uuid: "uuid-123456-abcdef") }

    func fullUser(_ text: String) throws(HS256Error) -> FreshdeskWebChatUser {
        try FreshdeskWebChatUser(
            uuid: text, id: text, firstName: text, lastName: text, phoneNumber: text,
            additionalClaims: ownClaims(text))
    }

    func user(additionalClaims: JSONObject) throws(HS256Error) -> FreshdeskWebChatUser? {
        try FreshdeskWebChatUser(uuid: "u", id: "r", additionalClaims: additionalClaims)
    }

    let header = plainHeader
    let payload: JSONObject = [
        "freshcat_uuid": "uuid-123456-abcdef", "freshdesk_uuid": "uuid-123456-abcdef",
        "freshchat_uuid": "uuid-123456-abcdef", "reference_id": "ref-123456", "first_name": "John",
        "last_name": "Doe", "phone_number": "+1234567890", "iat": 1_700_000_000, "exp": expiration,
    ]
    let misspellings = ["reference_id": ["Reference_id", "referenceId", "externalId"]]
    let unadvisedClaims = ["freshdesk_uuid", "freshchat_uuid", "first_name", "last_name", "phone_number"]
}

struct HelpWidgetSample: SystemSample {
    func system(key: HS256Key) -> FreshdeskHelpWidget { FreshdeskHelpWidget(key: key) }

    func minimalUser() throws(HS256Error) -> FreshdeskHelpWidgetUser {
        try FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example")
    }

    func fullUser(_ text: String) throws(HS256Error) -> FreshdeskHelpWidgetUser {
        try FreshdeskHelpWidgetUser(name: text, email: "j\u{FC}rgen@soap.example")
    }

    func user(additionalClaims: JSONObject) throws(HS256Error) -> FreshdeskHelpWidgetUser? { nil }

    let header = plainHeader
    let payload: JSONObject = ["name": "Jane Soap", "email": "jane@soap.example", "exp": expiration]
    let misspellings: [String: [String]] = [:]
    let unadvisedClaims: [String] = []
}

struct FerndeskSample: SystemSample {
    func system(key: HS256Key) -> Ferndesk { Ferndesk(key: key) }

    func minimalUser() throws(HS256Error) -> FerndeskUser {
        try FerndeskUser(id: "user-123", email: "jane@soap.example")
    }

    func fullUser(_ text: String) throws(HS256Error) -> FerndeskUser {
        try FerndeskUser(
            id: text, name: text, email: "j\u{FC}rgen@soap.example", customAttributes: ownClaims(text),
            additionalClaims: ownClaims(text))
    }

    func user(additionalClaims: JSONObject) throws(HS256Error) -> FerndeskUser? {
        try FerndeskUser(id: "user-123", email: "jane@soap.example", additionalClaims: additionalClaims)
    }

    let header = plainHeader
    let payload: JSONObject = [
        "sub": "user-123", "email": "jane@soap.example", "name": "Jane Soap", "customAttributes": ["plan": "pro"],
        "exp": expiration,
    ]
    let misspellings = [
        "sub": ["userId", "user_id", "subject", "id"], "customAttributes": ["custom_attributes", "attributes"],
    ]
    let unadvisedClaims = ["name", "customAttributes"]
}

struct TiledeskSample: SystemSample {
    func system(key: HS256Key) throws(HS256Error) -> Tiledesk {
        try Tiledesk(projectID: "5b55e806c93dde00143163dd", key: key)
    }

    func minimalUser() throws(HS256Error) -> TiledeskUser { try TiledeskUser(id: "user-123") }

    func fullUser(_ text: String) throws(HS256Error) -> TiledeskUser {
        try TiledeskUser(
            id: text, firstName: text, lastName: text, email: "j\u{FC}rgen@soap.example",
            attributes: ownClaims(text), additionalClaims: ownClaims(text))
    }

    func user(additionalClaims: JSONObject) throws(HS256Error) -> TiledeskUser? {
        try TiledeskUser(id: "user-123", additionalClaims: additionalClaims)
    }

    let header = plainHeader
    let payload: JSONObject = [
        "_id": "5b55e806c93dde00143163dd_user-123", "sub": "userexternal",
        "aud": "https://tiledesk.com/projects/5b55e806c93dde00143163dd", "firstname": "Jane", "lastname": "Soap",
        "email": "jane@soap.example", "attributes": ["plan": "pro"], "exp": expiration,
    ]
    let misspellings = ["_id": ["id", "user_id", "userId"], "sub": ["subject"], "aud": ["audience"]]
    let unadvisedClaims = ["firstname", "lastname", "attributes"]
}

struct ZendeskSample: SystemSample {
    func system(key: HS256Key) throws(HS256Error) -> ZendeskMessaging {
        try ZendeskMessaging(keyID: "app_5963ceb97cde542d000dbdb1", key: key)
    }

    func minimalUser() throws(HS256Error) -> ZendeskMessagingUser { try ZendeskMessagingUser(id: "12345678") }

    func fullUser(_ text: String) throws(HS256Error) -> ZendeskMessagingUser {
        try ZendeskMessagingUser(
            id: text, name: text, email: .verified("j\u{FC}rgen@soap.example"),
            additionalClaims: ownClaims(text))
    }

    func user(additionalClaims: JSONObject) throws(HS256Error) -> ZendeskMessagingUser? {
        try ZendeskMessagingUser(id: "12345678", additionalClaims: additionalClaims)
    }

    let header: JSONObject = ["alg": "HS256", "typ": "JWT", "kid": "app_5963ceb97cde542d000dbdb1"]
    let payload: JSONObject = [
        "external_id": "12345678", "email": "jane@soap.example", "email_verified": true, "exp": expiration,
        "name": "Jane Soap", "scope": "user",
    ]
    let misspellings = [
        "external_id": ["externalId", "externalID", "external-id", "user_id", "userId", "id", "sub"],
        "email_verified": ["emailVerified"],
    ]
    let unadvisedClaims: [String] = []
}
