import HS256
import HelpdeskIdentity

// Every rule of Zendesk's, once. Verification stops at the first error; a diagnosis gathers errors, warnings and notes.

extension ZendeskMessaging {
    /// All rules, for a token that is looked at now.
    func rules(
        at now: NumericDate
    ) -> (borrowing ClaimReader, borrowing ClaimReader, inout RuleReport) throws(JWTError) -> Void {
        { (header: borrowing ClaimReader, claims: borrowing ClaimReader, report: inout RuleReport) throws(JWTError) in
            try checkType(header, &report)
            try checkKeyID(header, &report)
            try Self.checkScope(claims, &report)
            try Self.checkExternalID(claims, &report)
            try Self.checkName(claims, &report)
            try Self.checkEmail(claims, &report)
            Self.remarkOnLifetime(claims, at: now, &report)
        }
    }

    // MARK: Header

    private func checkType(_ header: borrowing ClaimReader, _ report: inout RuleReport) throws(JWTError) {
        guard header.contains("typ") else {
            return try report.refuse(
                Self.error(
                    "typ.missing", "typ", "\"typ\" is missing from the header", "Set it to \"JWT\"", .creatingToken))
        }
        if header.kind(of: "typ") == .string, !header.isString("typ", equalTo: "JWT") {
            try report.refuse(
                Self.error("typ.other", "typ", "\"typ\" is not \"JWT\"", "Set it to \"JWT\"", .creatingToken))
        }
    }

    private func checkKeyID(_ header: borrowing ClaimReader, _ report: inout RuleReport) throws(JWTError) {
        guard header.contains("kid") else {
            return try report.refuse(
                Self.error(
                    "kid.missing", "kid", "\"kid\" is missing from the header",
                    "Set it to the id of the signing key, here \(keyID.excerpt)", .creatingToken))
        }
        guard header.kind(of: "kid") == .string, !header.isString("kid", equalTo: keyID) else { return }
        let found = (try? header.string("kid")) ?? ""
        if found.hasPrefix("act_") || found.hasPrefix("svc_") {
            return try report.refuse(
                Self.error(
                    "kid.server", "kid", "\"kid\" \(found.excerpt) is the id of a server-to-server key",
                    "Use a key made under \"End user authentication\" in the Admin Center", .signingKey))
        }
        try report.refuse(
            Self.error(
                "kid.other", "kid", "\"kid\" is \(found.excerpt); this key has the id \(keyID.excerpt)",
                "Use key id and secret of the same key, both exactly as the Admin Center shows them", .creatingToken))
    }

    // MARK: Claims

    private static func checkScope(_ claims: borrowing ClaimReader, _ report: inout RuleReport) throws(JWTError) {
        guard let kind = claims.kind(of: "scope") else {
            // Another of Zendesk's tokens: https://github.com/zendesk/zendesk_jwt_sso_examples always has a jti.
            let isSSO = claims.contains("jti")
            return try report.refuse(
                error(
                    "scope.missing", "scope", "\"scope\" is missing; Zendesk needs \"user\"",
                    isSSO
                        ? "This looks like a token for Zendesk single sign-on, which is another kind: add \"scope\" and the "
                            + "other claims of messaging"
                        : "Add \"scope\": \"user\"", .creatingToken))
        }
        if kind != .string || !claims.isString("scope", equalTo: "user") {
            try report.refuse(
                error(
                    "scope.value", "scope", "\"scope\" is not \"user\", the only value there is",
                    "Write \"user\" in lower case", .creatingToken))
        }
    }

    private static func checkExternalID(_ claims: borrowing ClaimReader, _ report: inout RuleReport) throws(JWTError) {
        guard let kind = claims.kind(of: "external_id") else {
            let misspelt = misspellings.first { claims.contains($0) }
            return try report.refuse(
                error(
                    "external_id.missing", "external_id", "\"external_id\" is missing",
                    misspelt.map { "Rename \"\($0)\" to \"external_id\"" }
                        ?? "Add the visitor's id in your own directory as \"external_id\"", .creatingToken))
        }
        guard kind == .string else {
            return try report.refuse(
                error(
                    "external_id.type", "external_id", "\"external_id\" is \(kind); it must be a string",
                    "Put it in quotation marks: \"12345678\", not 12345678", .communityNumericID))
        }
        let id = try claims.string("external_id")
        if id.isEmpty {
            return try report.refuse(
                error(
                    "external_id.empty", "external_id", "\"external_id\" is empty", "Write the visitor's id",
                    .creatingToken))
        }
        let length = id.unicodeScalars.count
        if length > ZendeskUser.maximumExternalIDLength {
            try report.refuse(
                error(
                    "external_id.length", "external_id",
                    "\"external_id\" has \(length) characters; the limit is \(ZendeskUser.maximumExternalIDLength)",
                    "Use a shorter id", .creatingToken))
        }
        if EmailAddress.isPlausible(id) || isPhoneNumber(id) {
            report.remark(
                finding(
                    .warning, "external_id.changeable", "external_id",
                    "\"external_id\" looks like an e-mail address or a phone number, which can change",
                    "Use an id that stays: after a change the visitor is somebody new, and a verified e-mail that belongs "
                        + "to another id gives a 409", .creatingToken))
        }
    }

    /// What developers write instead of `external_id`.
    private static var misspellings: [StaticString] {
        ["externalId", "external-id", "externalID", "user_id", "userId", "id", "sub"]
    }

    private static func isPhoneNumber(_ text: String) -> Bool {
        text.hasPrefix("+") && text.utf8.count >= 8 && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func checkName(_ claims: borrowing ClaimReader, _ report: inout RuleReport) throws(JWTError) {
        guard let kind = claims.kind(of: "name") else {
            return report.remark(
                finding(
                    .note, "name.missing", "name", "\"name\" is missing, so agents see no name",
                    "Add the visitor's full name", .creatingToken))
        }
        if kind != .string {
            try report.refuse(
                error(
                    "name.type", "name", "\"name\" is \(kind); it must be a string", "Write it as a string",
                    .creatingToken))
        }
    }

    private static func checkEmail(_ claims: borrowing ClaimReader, _ report: inout RuleReport) throws(JWTError) {
        let verifiedKind = claims.kind(of: "email_verified")
        if let verifiedKind, verifiedKind != .bool {
            try report.refuse(
                error(
                    "email_verified.type", "email_verified",
                    "\"email_verified\" is \(verifiedKind); it must be true or false", "Write true without quotes",
                    .emailVerification))
        }
        guard let kind = claims.kind(of: "email") else {
            if verifiedKind != nil {
                report.remark(
                    finding(
                        .warning, "email.missing", "email", "\"email_verified\" stands there without an \"email\"",
                        "Add the address, or leave both out", .emailVerification))
            }
            return
        }
        guard kind == .string else {
            return try report.refuse(
                error(
                    "email.type", "email", "\"email\" is \(kind); it must be a string", "Write it as a string",
                    .creatingToken))
        }
        if verifiedKind == nil || (try? claims.bool("email_verified")) == false {
            report.remark(
                finding(
                    .warning, "email.ignored", "email",
                    "Zendesk ignores the e-mail, because \"email_verified\" is not true",
                    "Set \"email_verified\": true, but only if the visitor has shown that the address is his",
                    .emailVerification))
        }
        let address = try claims.string("email")
        if !EmailAddress.isPlausible(address) {
            report.remark(
                finding(
                    .warning, "email.form", "email", "\"email\" is not an e-mail address",
                    "Write the address alone, without a name or brackets", .creatingToken))
        }
    }

    private static func remarkOnLifetime(
        _ claims: borrowing ClaimReader, at now: NumericDate, _ report: inout RuleReport
    ) {
        guard claims.contains("exp") else {
            return report.remark(
                finding(
                    .warning, "exp.missing", "exp", "the token never expires, so whoever finds it can use it for ever",
                    "Add \"exp\", an hour ahead or less", .creatingToken))
        }
        guard let expiration = try? claims.numericDate("exp"), expiration - now > .seconds(86_400) else { return }
        report.remark(
            finding(
                .note, "exp.long", "exp", "the token is good for \((expiration - now).inWords)",
                "Zendesk advises a short lifetime; an hour is enough, since the widget asks again", .creatingToken))
    }

    // MARK: Making findings

    /// Where Zendesk's rules stand.
    private enum Source: String {
        case creatingToken = "Zendesk, Enabling authenticated visitors for messaging, \"Creating a JWT token\""
        case signingKey = "Zendesk, Enabling authenticated visitors for messaging, \"Generating a signing key\""
        case emailVerification = "Zendesk, Enabling authenticated visitors for messaging, \"Email verification\""
        case communityNumericID = "Zendesk community, post 7303198260250: 401 until the id became a string"
    }

    private static func error(
        _ code: String, _ claim: String, _ message: String, _ remedy: String, _ source: Source
    ) -> Finding {
        finding(.error, code, claim, message, remedy, source)
    }

    private static func finding(
        _ severity: Finding.Severity, _ code: String, _ claim: String, _ message: String, _ remedy: String,
        _ source: Source
    ) -> Finding {
        Finding(
            severity, code: "zendesk." + code, claim: claim, message: message, remedy: remedy, source: source.rawValue)
    }
}
