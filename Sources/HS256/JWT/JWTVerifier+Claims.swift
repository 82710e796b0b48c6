extension JWTVerifier.Setup {
    /// Checks the registered claims of a token, and those that the policy requires.
    ///
    /// - Parameters:
    ///   - claims: the claims.
    ///   - now: the time to go by.
    ///   - report: where broken rules go.
    @inline(__always)
    func check(_ claims: borrowing ClaimReader, at now: NumericDate, _ report: inout RuleReport) throws(JWTError) {
        let places = claims.registeredClaims()
        try checkDates(places, of: claims, at: now, &report)
        try checkParties(places, of: claims, &report)
        for name in policy.requiredClaims where !claims.contains(name) {
            try report.refuse(JWTError.claimMissing(name.description))
        }
    }

    // MARK: Dates

    @inline(__always)
    private func checkDates(
        _ places: RegisteredPlaces, of claims: borrowing ClaimReader, at now: NumericDate, _ report: inout RuleReport
    ) throws(JWTError) {
        let latestPast = policy.hasLeeway ? now.advanced(by: .zero - policy.leeway) : now
        let earliestFuture = policy.hasLeeway ? now.advanced(by: policy.leeway) : now
        // RFC 7519 4.1.4: "on or after which the JWT MUST NOT be accepted". exp <= now - leeway is now >= exp + leeway.
        if let expiration = try date("exp", at: places.expiration, of: claims, &report) {
            if expiration <= latestPast { try report.refuse(JWTError.expired(at: expiration, now: now)) }
        } else if policy.expiration == .required && !places.expiration.isPresent {
            try report.refuse(JWTError.claimMissing("exp"))
        }
        // RFC 7519 4.1.5: "before which the JWT MUST NOT be accepted".
        if let notBefore = try date("nbf", at: places.notBefore, of: claims, &report), notBefore > earliestFuture {
            try report.refuse(JWTError.notYetValid(until: notBefore, now: now))
        }
        let issuedAt = try date("iat", at: places.issuedAt, of: claims, &report)
        if let issuedAt, issuedAt > earliestFuture {
            try report.refuse(JWTError.issuedInFuture(at: issuedAt, now: now))
        }
        guard let maximumAge = policy.maximumAge else { return }
        if let issuedAt {
            if issuedAt.advanced(by: maximumAge) < latestPast {
                try report.refuse(JWTError.tooOld(issuedAt: issuedAt, maximumAge: maximumAge, now: now))
            }
        } else if !places.issuedAt.isPresent {
            try report.refuse(JWTError.claimMissing("iat"))
        }
    }

    /// A date, or nil where there is none or where one of the wrong type has been reported.
    @inline(__always)
    private func date(
        _ name: StaticString, at place: ClaimPlace, of claims: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(JWTError) -> NumericDate? {
        do throws(JWTError) {
            return try claims.numericDate(name, at: place)
        } catch {
            try report.refuse(error)
            return nil
        }
    }

    // MARK: Issuer, subject, audience

    @inline(__always)
    private func checkParties(
        _ places: RegisteredPlaces, of claims: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(JWTError) {
        try checkString("iss", at: places.issuer, of: claims, expected: policy.issuer, orElse: .issuerMismatch, &report)
        try checkString(
            "sub", at: places.subject, of: claims, expected: policy.subject, orElse: .subjectMismatch, &report)
        try checkString("jti", at: places.tokenID, of: claims, expected: nil, orElse: .claimMissing("jti"), &report)
        guard places.audience.isPresent else {
            if policy.audience.isRequired { try report.refuse(JWTError.claimMissing("aud")) }
            return
        }
        do throws(JWTError) {
            if let found = try claims.audience("aud", at: places.audience),
                let refusal = policy.audience.refusal(of: found)
            {
                throw refusal
            }
        } catch {
            try report.refuse(error)
        }
    }

    /// The type of a claim, and its value if one is expected; presence before value.
    @inline(__always)
    private func checkString(
        _ name: StaticString, at place: ClaimPlace, of claims: borrowing ClaimReader, expected: String?,
        orElse mismatch: @autoclosure () -> JWTError, _ report: inout RuleReport
    ) throws(JWTError) {
        guard let kind = claims.kind(at: place) else {
            if expected != nil { try report.refuse(JWTError.claimMissing(name.description)) }
            return
        }
        guard kind == .string else {
            return try report.refuse(JWTError.claimWrongType(name.description, expected: .string, found: kind))
        }
        if let expected, !claims.isString(at: place, equalTo: expected) { try report.refuse(mismatch()) }
    }
}

extension ValidationPolicy.ExpectedAudience {
    /// Whether a token without `aud` is refused.
    fileprivate var isRequired: Bool {
        switch self {
        case .none, .notChecked: return false
        case .recipient, .anyOf: return true
        }
    }

    /// Why an `aud` is refused, or nil where it is accepted.
    fileprivate func refusal(of audience: Audience) -> JWTError? {
        switch self {
        case .none: return .audienceUnexpected
        case .recipient(let recipient): return audience.contains(recipient) ? nil : .audienceMismatch
        case .anyOf(let recipients): return recipients.contains(where: audience.contains) ? nil : .audienceMismatch
        case .notChecked: return nil
        }
    }
}
