extension JWTVerifier.Setup {
    /// Checks the registered claims of a token, and those that the policy requires.
    ///
    /// - Parameters:
    ///   - claims: the claims.
    ///   - now: the time to go by.
    ///   - report: where broken rules go.
    @inline(__always)
    func check(_ claims: borrowing ClaimReader, at now: CurrentTime, _ report: inout RuleReport) throws(HS256Error) {
        // Most of this is neither in a token nor asked for, and is passed over here. What there is to do is done by
        // functions of its own, so that the way through a good token is short and lies close together in memory.
        let places = claims.registeredClaims()
        try checkExpiration(at: places.expiration, of: claims, at: now, &report)
        if places.notBefore.isPresent { try checkNotBefore(at: places.notBefore, of: claims, at: now, &report) }
        if places.issuedAt.isPresent || policy.maximumAge != nil {
            try checkIssuedAt(at: places.issuedAt, of: claims, at: now, &report)
        }
        if places.issuer.isPresent || policy.issuer != nil {
            try checkString(
                "iss", at: places.issuer, of: claims, expected: policy.issuer, orElse: HS256Error(.issuerMismatch),
                &report)
        }
        if places.subject.isPresent || policy.subject != nil {
            try checkString(
                "sub", at: places.subject, of: claims, expected: policy.subject, orElse: HS256Error(.subjectMismatch),
                &report)
        }
        if places.tokenID.isPresent {
            try checkString("jti", at: places.tokenID, of: claims, expected: nil, orElse: .claimMissing("jti"), &report)
        }
        if places.audience.isPresent || policy.audience.isRequired {
            try checkAudience(at: places.audience, of: claims, &report)
        }
        for name in policy.requiredClaims where !claims.contains(name) {
            try report.refuse(HS256Error.claimMissing(name.description))
        }
    }

    // MARK: Dates

    /// RFC 7519 4.1.4: "on or after which the JWT MUST NOT be accepted".
    @inline(__always)
    private func checkExpiration(
        at place: ClaimLocation, of claims: borrowing ClaimReader, at now: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) {
        if let expiration = try date("exp", at: place, of: claims, &report) {
            if expiration > now.latest { return }
            // Most that have expired have done so some seconds since, for which the exact time does not matter.
            let isLongPast = expiration.later(bySeconds: 2) <= latestPast(before: now.earliest)
            let now = isLongPast ? now.earliest : now.exact
            // That is now >= exp + leeway.
            if expiration <= latestPast(before: now) {
                try report.refuse(HS256Error(.expired(at: expiration, now: now)))
            }
        } else if policy.expiration == .required && !place.isPresent {
            try report.refuse(HS256Error.claimMissing("exp"))
        }
    }

    /// RFC 7519 4.1.5: "before which the JWT MUST NOT be accepted".
    @inline(never)
    private func checkNotBefore(
        at place: ClaimLocation, of claims: borrowing ClaimReader, at now: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let notBefore = try date("nbf", at: place, of: claims, &report), notBefore > now.earliest else { return }
        let now = now.exact
        if notBefore > earliestFuture(after: now) {
            try report.refuse(HS256Error(.notYetValid(until: notBefore, now: now)))
        }
    }

    @inline(never)
    private func checkIssuedAt(
        at place: ClaimLocation, of claims: borrowing ClaimReader, at now: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) {
        let issuedAt = try date("iat", at: place, of: claims, &report)
        if let issuedAt, issuedAt > now.earliest {
            let now = now.exact
            if issuedAt > earliestFuture(after: now) {
                try report.refuse(HS256Error(.issuedInFuture(at: issuedAt, now: now)))
            }
        }
        guard let maximumAge = policy.maximumAge else { return }
        if let issuedAt {
            let now = now.exact
            if issuedAt.advanced(by: maximumAge) < latestPast(before: now) {
                try report.refuse(HS256Error(.tooOld(issuedAt: issuedAt, maximumAge: maximumAge, now: now)))
            }
        } else if !place.isPresent {
            try report.refuse(HS256Error.claimMissing("iat"))
        }
    }

    /// What lies before this has passed, even if the verifier's clock is fast by the leeway.
    @inline(__always)
    private func latestPast(before now: NumericDate) -> NumericDate {
        hasLeeway ? now.advanced(by: .zero - policy.leeway) : now
    }

    /// What lies after this is still to come, even if the verifier's clock is slow by the leeway.
    @inline(__always)
    private func earliestFuture(after now: NumericDate) -> NumericDate {
        hasLeeway ? now.advanced(by: policy.leeway) : now
    }

    /// A date, or nil where there is none or where one of the wrong type has been reported.
    @inline(__always)
    private func date(
        _ name: StaticString, at place: ClaimLocation, of claims: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) -> NumericDate? {
        do throws(HS256Error) {
            return try claims.numericDate(name, at: place)
        } catch {
            try report.refuse(error)
            return nil
        }
    }

    // MARK: Issuer, subject, audience

    /// The type of a claim, and its value if one is expected; presence before value.
    @inline(never)
    private func checkString(
        _ name: StaticString, at place: ClaimLocation, of claims: borrowing ClaimReader, expected: String?,
        orElse mismatch: @autoclosure () -> HS256Error, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let kind = claims.kind(at: place) else {
            if expected != nil { try report.refuse(HS256Error.claimMissing(name.description)) }
            return
        }
        guard kind == .string else {
            return try report.refuse(HS256Error(.claimWrongType(name.description, expected: .string, found: kind)))
        }
        if let expected, !claims.isString(at: place, equalTo: expected) { try report.refuse(mismatch()) }
    }

    @inline(never)
    private func checkAudience(
        at place: ClaimLocation, of claims: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) {
        do throws(HS256Error) {
            guard let found = try claims.audience("aud", at: place) else { throw .claimMissing("aud") }
            if let refusal = policy.audience.refusal(of: found) { throw refusal }
        } catch {
            try report.refuse(error)
        }
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
    fileprivate func refusal(of audience: Audience) -> HS256Error? {
        switch self {
        case .none: return HS256Error(.audienceUnexpected)
        case .recipient(let recipient): return audience.contains(recipient) ? nil : HS256Error(.audienceMismatch)
        case .anyOf(let recipients):
            return recipients.contains(where: audience.contains) ? nil : HS256Error(.audienceMismatch)
        case .notChecked: return nil
        }
    }
}
