extension JWTVerifier.Setup {
    /// Checks the registered claims of a token, and those that the policy requires.
    ///
    /// - Parameters:
    ///   - claims: The claims.
    ///   - time: The time to go by.
    ///   - report: Where broken rules go.
    /// - Returns: `exp`, if it is a date.
    @inline(__always)
    func check(
        _ claims: borrowing ClaimReader, at time: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) -> NumericDate? {
        // Most of this is neither in a token nor asked for, and is passed over here. What there is to do is done by
        // functions of its own, so that the way through a good token is short and lies close together in memory.
        let expiration = try checkExpiration(of: claims, at: time, &report)
        if claims.contains(.notBefore) { try checkNotBefore(of: claims, at: time, &report) }
        if claims.contains(.issuedAt) || policy.maximumAge != nil { try checkIssuedAt(of: claims, at: time, &report) }
        if claims.contains(.issuer) || policy.issuer != nil {
            try checkString(.issuer, of: claims, policy.issuer, orElse: HS256Error(.issuerMismatch), &report)
        }
        if claims.contains(.subject) || policy.subject != nil {
            try checkString(.subject, of: claims, policy.subject, orElse: HS256Error(.subjectMismatch), &report)
        }
        if claims.contains(.tokenID) {
            try checkString(.tokenID, of: claims, nil, orElse: .claimMissing("jti"), &report)
        }
        if claims.contains(.audience) || policy.audience.isRequired { try checkAudience(of: claims, &report) }
        for name in policy.requiredClaims where !claims.contains(name) {
            try report.refuse(HS256Error.claimMissing(name.description))
        }
        return expiration
    }

    // MARK: Dates

    /// RFC 7519 4.1.4: "on or after which the JWT MUST NOT be accepted".
    @inline(__always)
    private func checkExpiration(
        of claims: borrowing ClaimReader, at time: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) -> NumericDate? {
        guard let expiration = try date(.expiration, of: claims, &report) else {
            if policy.expiration == .required && !claims.contains(.expiration) {
                try report.refuse(HS256Error.claimMissing("exp"))
            }
            return nil
        }
        if expiration <= time.latest { try checkPast(expiration, at: time, &report) }
        return expiration
    }

    /// Checks an `exp` that may have passed.
    @inline(never)
    private func checkPast(
        _ expiration: NumericDate, at time: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) {
        // Most that have expired did so some seconds ago, for which the exact time does not matter.
        let isLongPast = expiration.later(bySeconds: 2) <= latestPast(before: time.earliest)
        let now = isLongPast ? time.earliest : time.exact
        // That is now >= exp + leeway.
        if expiration <= latestPast(before: now) { try report.refuse(HS256Error(.expired(at: expiration, now: now))) }
    }

    /// RFC 7519 4.1.5: "before which the JWT MUST NOT be accepted".
    @inline(never)
    private func checkNotBefore(
        of claims: borrowing ClaimReader, at time: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let notBefore = try date(.notBefore, of: claims, &report), notBefore > time.earliest else { return }
        let now = time.exact
        if notBefore > earliestFuture(after: now) {
            try report.refuse(HS256Error(.notYetValid(until: notBefore, now: now)))
        }
    }

    @inline(never)
    private func checkIssuedAt(
        of claims: borrowing ClaimReader, at time: CurrentTime, _ report: inout RuleReport
    ) throws(HS256Error) {
        let issuedAt = try date(.issuedAt, of: claims, &report)
        if let issuedAt, issuedAt > time.earliest {
            let now = time.exact
            if issuedAt > latestIssue(at: now) {
                try report.refuse(HS256Error(.issuedInFuture(at: issuedAt, now: now)))
            }
        }
        guard let maximumAge = policy.maximumAge else { return }
        if let issuedAt {
            let now = time.exact
            if issuedAt.advanced(by: maximumAge) < latestPast(before: now) {
                try report.refuse(HS256Error(.tooOld(issuedAt: issuedAt, maximumAge: maximumAge, now: now)))
            }
        } else if !claims.contains(.issuedAt) {
            try report.refuse(HS256Error.claimMissing("iat"))
        }
    }

    /// The latest `iat` that a token may have. RFC 7519 4.1.6 gives no reason to refuse any, and clocks that differ by less
    /// than a minute are no sign of a mistake.
    private func latestIssue(at now: NumericDate) -> NumericDate {
        now.advanced(by: max(policy.leeway, ValidationPolicy.issueTolerance))
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
        _ name: ClaimName, of claims: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) -> NumericDate? {
        do throws(HS256Error) {
            return try claims.numericDateIfPresent(name)
        } catch {
            try report.refuse(error)
            return nil
        }
    }

    // MARK: Issuer, subject, audience

    /// The type of a claim, and its value if one is expected; presence before value.
    @inline(never)
    private func checkString(
        _ name: ClaimName, of claims: borrowing ClaimReader, _ expected: String?,
        orElse mismatch: @autoclosure () -> HS256Error, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let kind = claims.kind(of: name) else {
            if expected != nil { try report.refuse(HS256Error.claimMissing(name.description)) }
            return
        }
        guard kind == .string else {
            return try report.refuse(HS256Error(.claimWrongType(name.description, expected: .string, found: kind)))
        }
        if let expected, !claims.isString(name, equalTo: expected) { try report.refuse(mismatch()) }
    }

    @inline(never)
    private func checkAudience(of claims: borrowing ClaimReader, _ report: inout RuleReport) throws(HS256Error) {
        do throws(HS256Error) {
            guard let found = try claims.audienceIfPresent(.audience) else { throw .claimMissing("aud") }
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
