public import HS256
public import HelpdeskIdentity

// Every rule of Freshdesk Web Chat's, once: what a table can say in the profile, the rest below it.

extension ClaimName {
    // In the order of the table below.
    static var freshcatUUID: ClaimName { ClaimName("freshcat_uuid", ownIndex: 0) }
    static var freshdeskUUID: ClaimName { ClaimName("freshdesk_uuid", ownIndex: 1) }
    static var freshchatUUID: ClaimName { ClaimName("freshchat_uuid", ownIndex: 2) }
    static var referenceID: ClaimName { ClaimName("reference_id", ownIndex: 3) }
    static var firstName: ClaimName { ClaimName("first_name", ownIndex: 4) }
    static var lastName: ClaimName { ClaimName("last_name", ownIndex: 5) }
    static var phoneNumber: ClaimName { ClaimName("phone_number", ownIndex: 6) }
}

extension FreshdeskWebChat {
    /// What is known about Freshdesk Web Chat.
    public static let profile = SystemProfile(
        name: "Freshdesk Web Chat",
        rules: RuleBook(
            systemID: "freshdesk-web-chat",
            vendor: "Freshdesk Web Chat",
            page: "Freshdesk, Web Chat: JWT user authentication",
            header: [
                ClaimRule("typ", .constant("JWT"), .required, "JWT", section: "\"Header\"")
            ],
            claims: [
                ClaimRule(
                    .freshcatUUID, .text(), .optional, "tells the user from all others; one of the three is required",
                    isTelling: true, section: payload, typeAuthority: .documented),
                ClaimRule(
                    .freshdeskUUID, .text(), .optional, "the same, as the page's prose spells it", isTelling: true,
                    section: payload, typeAuthority: .documented),
                ClaimRule(
                    .freshchatUUID, .text(), .optional, "the same, as the vendor's mobile clients spell it",
                    isTelling: true, section: "and the vendor's mobile clients", typeAuthority: .documented),
                ClaimRule(
                    .referenceID, .text(), .recommended,
                    "the customer's id in your own system, a string; left out for a visitor",
                    misspellings: ["Reference_id", "referenceId", "externalId", "reference", "ref_id", "customer_id"],
                    isTelling: true, section: payload),
                ClaimRule(
                    .firstName, .text(), .optional, "the first name", misspellings: ["given_name", "forename"],
                    section: payload),
                ClaimRule(
                    .lastName, .text(), .optional, "the last name", misspellings: ["family_name", "surname"],
                    section: payload),
                ClaimRule(
                    .phoneNumber, .text(), .optional, "the phone number, +1234567890",
                    misspellings: ["phone", "mobile", "tel"], section: payload),
                ClaimRule(.issuedAt, .date, .optional, "Unix seconds; an older mobile client needs it beside exp"),
                ClaimRule(
                    .expiration, .date, .optional, "Unix seconds; a past value is refused",
                    misspellings: ClaimRule.expirationSpellings, section: payload),
            ]
        ),
        symptom: "the chat bubble disappears or never shows; in mobile apps TOKEN_INVALID or TOKEN_EXPIRED",
        messages: [
            .init("TOKEN_INVALID", "The token was refused; the mobile back end says so with errorCode 23 or a 409."),
            .init(
                "the chat bubble disappears", "The widget hides itself after a refusal; a browser shows no more.",
                causes: [.token(.expired), .system("uuid.missing")]),
            .init("TOKEN_EXPIRED", "The time of exp has come; errorCode 26.", causes: [.token(.expired)]),
            .init(
                "Empty Alias Found", "Mobile: the token has no freshchat_uuid. Write it: UUIDClaims.freshchat.",
                causes: [.system("uuid.missing")]),
            .init(
                "a crash of the iOS client before 0.10.16", "reference_id is a number. Write it as a string.",
                causes: [.system("reference_id.type")]),
            .init("Different Alias Found", "Mobile: the uuid is not the one that the SDK has. Sign the SDK's."),
            .init(
                "Expired JWT Token", "Mobile: the time of exp has come by the device's clock.",
                causes: [.token(.expired)]),
            .init("not_authenticated", "The widget's state after a refusal; it then hides itself."),
        ],
        vendorChecks: [
            .form: .documented, .header: .documented, .algorithm: .documented, .signature: .documented,
            .payload: .documented, .expiration: .documented,
        ])

    private static var payload: String { "\"Payload\"" }

    /// The spellings of the uuid claim, the page's sample first.
    static let uuidNames: [ClaimName] = [.freshcatUUID, .freshdeskUUID, .freshchatUUID]

    /// The uuid under any of its names, and what goes wrong on the way to older clients.
    public func checkFurtherRules(_ token: borrowing TokenReader, _ report: inout RuleReport) throws(HS256Error) {
        try Self.checkUUID(token, &report)
        guard report.gathersAll else { return }
        Self.remarkOnPhoneNumber(token.claims, &report)
        if token.claims.contains(.expiration) && !token.claims.contains(.issuedAt) {
            report.remark(
                Self.profile.rules.finding(
                    .note, "iat.missing", "iat", "an older mobile client judges \"exp\" only if \"iat\" is there too",
                    "Write \"iat\" beside it", section: "and the vendor's mobile clients"))
        }
    }

    /// What stands for the three spellings where none of them is there.
    private static var uuidRule: ClaimRule {
        ClaimRule(
            .freshdeskUUID, .text(), .required, "the uuid",
            misspellings: ["uuid", "user_uuid", "freshworks_uuid", "freshUUID", "fresh_uuid", "chat_uuid", "fcuuid"])
    }

    private static func checkUUID(
        _ token: borrowing TokenReader, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let first = uuidNames.first(where: { token.claims.contains($0) }) else {
            let absence = Absence(of: uuidRule, from: token, isHeader: false, isSearched: report.gathersAll)
            let message = "the uuid is missing: none of freshcat_uuid, freshdesk_uuid, freshchat_uuid is there"
            return try report.refuse(
                profile.rules.finding(
                    .error, "uuid.missing", "freshcat_uuid",
                    absence.remedy == nil || absence.otherName != nil ? message + absence.clause : absence.message,
                    absence.remedy ?? "Add \"freshcat_uuid\"; if the widget has made a uuid, that one", section: payload
                ))
        }
        remarkOnUUIDs(token.claims, first, &report)
    }

    private static func remarkOnUUIDs(
        _ claims: borrowing ClaimReader, _ first: ClaimName, _ report: inout RuleReport
    ) {
        guard report.gathersAll, let uuid = try? claims.stringIfPresent(first) else { return }
        let present = uuidNames.filter { claims.contains($0) }
        for other in present.dropFirst() where !claims.isString(other, equalTo: uuid) {
            report.remark(
                profile.rules.finding(
                    .warning, "uuid.differs", other.description, "\"\(first)\" and \"\(other)\" are not the same",
                    "Write the same uuid under all names", section: payload))
        }
        if !present.contains(.freshcatUUID) {
            report.remark(
                profile.rules.finding(
                    .note, "uuid.spelling", first.description,
                    "the uuid is written as \"\(first)\"; the page's sample payload has \"freshcat_uuid\"",
                    "If the widget stays silent, try the other spellings, or all three at once", section: payload))
        }
    }

    private static func remarkOnPhoneNumber(_ claims: borrowing ClaimReader, _ report: inout RuleReport) {
        guard let number = try? claims.stringIfPresent(.phoneNumber),
            !PhoneNumber.isPlausible(number)
        else { return }
        report.remark(
            profile.rules.finding(
                .warning, "phone_number.form", "phone_number", "\"phone_number\" is not in the international form",
                "Write + and the digits, without spaces: +1234567890", section: payload))
    }
}
