extension HS256Error {
    /// The error in parts: its code, the claim, what is wrong, what to do, and the source of the rule.
    public var finding: Finding { cause.finding }
}

extension HS256Error.Cause {
    var finding: Finding {
        switch self {
        case .keyEmpty, .keyTooShort, .keyIsPublic, .keyEncoding, .keyRingEmpty, .keyRingTooLarge, .keyIDRepeated,
            .leewayOutOfRange:
            return setUpFinding
        case .tokenTooLarge, .notThreeSegments, .tokenWrapped, .segmentEncoding:
            return formFinding
        case .headerNotJSON, .algorithmMissing, .algorithmWrongType, .algorithmNotAllowed, .criticalExtension,
            .headerWrongType, .keyIDUnknown, .unencodedPayload, .signatureLength, .signatureMismatch:
            return headerFinding
        case .payloadNotJSON, .claimMissing, .claimWrongType, .claimsTooDeep, .claimReserved, .claimInvalid,
            .issuerMismatch,
            .subjectMismatch, .audienceMismatch, .audienceUnexpected:
            return claimFinding
        case .dateOutOfRange, .expired, .notYetValid, .issuedInFuture, .tooOld:
            return dateFinding
        case .refused(let finding):
            return finding
        }
    }

    private func error(_ claim: String?, _ message: String, _ remedy: String, _ source: String) -> Finding {
        Finding(.error, code: code, claim: claim, message: message, remedy: remedy, source: source)
    }

    // MARK: Keys and set-up

    private var setUpFinding: Finding {
        switch self {
        case .keyEmpty:
            return error(
                nil, "the secret is empty",
                "Check the variable or file that the secret is read from", "RFC 7518 3.2")
        case .keyTooShort(let byteCount):
            return error(
                nil, "the secret has \(byteCount) bytes; HS256 needs at least 32",
                "Use a longer secret; where none can be had, HS256Key(legacyShortSecret:) takes a short one",
                "RFC 7518 3.2")
        case .keyIsPublic:
            return error(
                nil, "the secret is a PEM or SSH key, which is not a shared secret",
                "Use a shared secret: a public key lets everybody sign", "RFC 8725 2.1")
        case .keyEncoding(let encoding):
            return error(
                nil, "the text of the secret is not \(encoding)",
                "Name the encoding that the text is in; most secrets are used as the text that they are",
                "RFC 4648")
        case .keyRingEmpty:
            return error(nil, "the key ring has no key", "Add at least one key", "RFC 7515 5.2")
        case .keyRingTooLarge(let count, let limit):
            return error(
                nil, "the key ring has \(count) keys; at most \(limit) are tried",
                "Remove keys that no valid token is signed with any more", "RFC 7515 5.2")
        case .keyIDRepeated(let id):
            return error(
                "kid", "two keys have the id \(id.excerpt)", "Give each key an id of its own",
                "RFC 7517 4.5")
        default:
            return error(
                nil, "the leeway is negative or over \(ValidationPolicy.maximumLeeway)",
                "Set the clocks right instead; a few minutes bridge what is left", "RFC 7519 4.1.4")
        }
    }

    // MARK: The form of the token

    private var formFinding: Finding {
        switch self {
        case .tokenTooLarge(let byteCount, let limit):
            return error(
                nil, "the token has \(byteCount) bytes; the limit is \(limit)",
                "Put less into the claims, or raise TokenLimits.maximumByteCount on both sides", "RFC 8725 3.2")
        case .notThreeSegments(let count, let resemblance):
            return notThreeSegments(count, resemblance)
        case .tokenWrapped(let wrapping):
            return error(
                nil, "there is something around the token: \(wrapping)", "Pass on the token alone",
                "RFC 7515 7.1")
        case .segmentEncoding(let segment, let fault):
            return error(
                nil, "the \(segment) is not base64url: \(fault)",
                "Copy the token whole, without spaces or line breaks, and encode with the URL-safe alphabet",
                "RFC 7515 2")
        default: preconditionFailure("not an error of form")
        }
    }

    private func notThreeSegments(_ count: Int, _ resemblance: TokenResemblance?) -> Finding {
        switch resemblance {
        case .empty:
            return error(nil, "there is no token", "Check where the token comes from", "RFC 7515 7.1")
        case .jsonObject:
            return error(
                nil, "this is a JSON object, not a token",
                "Pass on the token itself: three parts with dots between them, not the claims or a whole answer",
                "RFC 7515 7.1")
        case .encryptedToken:
            return error(
                nil, "the token has five parts, so it is encrypted (a JWE)",
                "Sign the claims with HS256 instead", "RFC 7516 7.1")
        case nil:
            return error(
                nil,
                "a token has three parts with dots between them; this text has \(count) part\(count == 1 ? "" : "s")",
                "Copy the token whole", "RFC 7515 7.1")
        }
    }

    // MARK: Header and signature

    private var headerFinding: Finding {
        switch self {
        case .headerNotJSON(let fault):
            return error(
                nil, "the header is not a JSON object: \(fault)",
                "Encode the header as JSON in UTF-8, then as base64url", "RFC 7515 4")
        case .algorithmMissing:
            return error("alg", "\"alg\" is missing", "Set \"alg\" to \"HS256\"", "RFC 7515 4.1.1")
        case .algorithmWrongType(let found):
            return error("alg", "\"alg\" is \(found), not a string", "Set \"alg\" to \"HS256\"", "RFC 7515 4.1.1")
        case .algorithmNotAllowed(let name):
            return error(
                "alg", "\"alg\" is \(name.excerpt); only \"HS256\" is accepted",
                "Sign with HS256, written just so", "RFC 8725 3.1")
        case .criticalExtension:
            return error(
                "crit", "\"crit\" names extensions that must be understood, and none is supported",
                "Sign without \"crit\"", "RFC 7515 4.1.11")
        case .unencodedPayload:
            return error(
                "b64", "\"b64\" says that the payload is not base64url, which a JWT may not say",
                "Sign without \"b64\"", "RFC 7797 7")
        case .headerWrongType(let name, let found):
            return error(
                name, "\"\(name)\" is \(found), not a string", "Write \"\(name)\" as a string",
                "RFC 7515 4.1")
        case .keyIDUnknown(let id):
            return error(
                "kid", "no key has the id \(id.excerpt)",
                "Sign with a key that the verifier has, and give its id exactly", "RFC 7515 4.1.4")
        case .signatureLength(let byteCount):
            return error(
                nil, "the signature has \(byteCount) bytes; HS256 gives 32",
                byteCount == 0
                    ? "Sign the token; an empty signature is none"
                    : "Copy the token whole; 48 or 64 bytes would be HS384 or HS512", "RFC 7518 3.2")
        case .signatureMismatch:
            return error(
                nil, "the signature does not match the header and payload under this secret",
                "Compare the secrets of signer and verifier to the last character, and that the token was not changed",
                "RFC 7515 5.2")
        default: preconditionFailure("not an error of the header")
        }
    }

    // MARK: Claims

    private var claimFinding: Finding {
        switch self {
        case .payloadNotJSON(let fault):
            return error(
                nil, "the payload is not a JSON object: \(fault)",
                "Encode the claims as JSON in UTF-8, then as base64url", "RFC 7519 7.2")
        case .claimMissing(let name):
            return error(name, "\"\(name)\" is missing", "Add \"\(name)\"", "RFC 7519 4")
        case .claimWrongType(let name, let expected, let found):
            return wrongType(name, expected, found)
        case .claimsTooDeep(let limit):
            return error(
                nil, "the claims are nested more than \(limit) levels deep",
                "Flatten them, or raise TokenLimits.maximumDepth on both sides", "RFC 8259 9")
        case .claimReserved(let name):
            return error(
                name, "\"\(name.excerpt(quoted: false))\" cannot be set as an additional claim",
                "Use the property that stands for it, or another name", "RFC 7519 4")
        case .claimInvalid(let name, let reason):
            return error(name, "\"\(name)\" \(reason)", "Change its value", "RFC 7519 4")
        case .issuerMismatch:
            return error(
                "iss", "\"iss\" is not the expected issuer", "Compare both sides to the last character",
                "RFC 7519 4.1.1")
        case .subjectMismatch:
            return error(
                "sub", "\"sub\" is not the expected subject",
                "Compare both sides to the last character", "RFC 7519 4.1.2")
        case .audienceMismatch:
            return error(
                "aud", "\"aud\" does not name the expected recipient",
                "Issue the token for this recipient", "RFC 7519 4.1.3")
        case .audienceUnexpected:
            return error(
                "aud", "the token is for a recipient (\"aud\"), and none is expected here",
                "Name the expected recipient in the policy, or accept any by name", "RFC 7519 4.1.3")
        default: preconditionFailure("not an error of claims")
        }
    }

    private func wrongType(_ name: String, _ expected: JSONValue.Kind, _ found: JSONValue.Kind) -> Finding {
        let isDate = expected == .number && ["exp", "nbf", "iat"].contains(name)
        let remedy: String
        switch (isDate, expected, found) {
        case (true, _, _): remedy = "Write \"\(name)\" as a number of seconds, without quotes"
        case (_, .string, .number): remedy = "Put it in quotation marks: \"12345678\", not 12345678"
        default: remedy = "Write \"\(name)\" as \(expected)"
        }
        return error(
            name, "\"\(name)\" is \(found); it must be \(expected)", remedy,
            isDate ? "RFC 7519 2" : "RFC 7519 4.1")
    }

    // MARK: Dates

    private var dateFinding: Finding {
        switch self {
        case .dateOutOfRange(let name, let unit?):
            let example =
                unit == .milliseconds
                ? "Divide by 1000: in JavaScript, Math.floor(Date.now() / 1000)" : "Divide by \(unit.countPerSecond)"
            return error(name, "\"\(name)\" is in \(unit.rawValue); it must be in seconds", example, "RFC 7519 2")
        case .dateOutOfRange(let name, nil):
            return error(
                name, "\"\(name)\" is before 1970 or after 9999", "Write the seconds since 1970-01-01T00:00:00Z",
                "RFC 7519 2")
        case .expired(let date, let now):
            return error(
                "exp", "the token expired \((now - date).inWords) ago",
                "Issue a new token for each page or request, and check the clocks", "RFC 7519 4.1.4")
        case .notYetValid(let date, let now):
            return error(
                "nbf", "the token is valid only in \((date - now).inWords)",
                "Check the clocks, or leave \"nbf\" out", "RFC 7519 4.1.5")
        case .issuedInFuture(let date, let now):
            return error(
                "iat", "the token was issued \((date - now).inWords) in the future",
                "Check the clocks", "RFC 7519 4.1.6")
        case .tooOld(let date, let maximumAge, let now):
            return error(
                "iat",
                "the token was issued \((now - date).inWords) ago; at most \(maximumAge.inWords) are accepted",
                "Issue a new token", "RFC 7519 4.1.6")
        default: preconditionFailure("not an error of dates")
        }
    }
}
