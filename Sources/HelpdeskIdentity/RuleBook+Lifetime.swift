internal import HS256

extension RuleBook {
    /// When a token ends that is issued now. Whole seconds, and never later than the lifetime says.
    ///
    /// - Throws: `Finding.Code.claimInvalid` for a lifetime that is under a second or longer than `maximum`.
    @usableFromInline
    static func expiration(
        after lifetime: Duration, maximum: Duration?, from now: NumericDate
    ) throws(HS256Error) -> NumericDate {
        guard lifetime >= minimumLifetime else {
            throw .claimInvalid("exp", reason: "would not lie in the future: the lifetime is under a second")
        }
        if let maximum, lifetime > maximum {
            throw .claimInvalid(
                "exp", reason: "would lie more than \(maximum.inWords) ahead: the lifetime must be shorter")
        }
        return now.advanced(by: lifetime).wholeSecond
    }

    // Made once: the standard library multiplies 128 bits each time.
    private static let minimumLifetime: Duration = .seconds(1)

    /// Checks how long a token is good: against the longest that the system takes, and for being good for ever.
    ///
    /// - Parameters:
    ///   - token: The token.
    ///   - maximum: The longest lifetime that the system accepts, from now or from `iat`; nil for any.
    ///   - report: Where findings go.
    func checkLifetime(
        of token: borrowing TokenReader, maximum: Duration?, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let expiration = token.expiration else {
            // Where it is required, the table has said so.
            let isRequired = claims.contains { $0.name == .expiration && $0.need == .required }
            if !isRequired && !token.claims.contains(.expiration) { remarkOnMissingExpiration(token, &report) }
            return
        }
        if let maximum {
            let issuedAt = try? token.claims.numericDateIfPresent(.issuedAt)
            let begin = issuedAt.map { min($0, token.time.earliest) } ?? token.time.earliest
            // Mostly this is clear before the exact time is known.
            guard expiration - begin > maximum else { return }
            let now = token.now
            let lifetime = max(expiration - now, expiration - (issuedAt ?? now))
            if lifetime > maximum {
                try report.refuse(
                    finding(
                        .error, "exp.far", "exp",
                        "\"exp\" is \(lifetime.inWords) ahead; \(vendor) accepts at most \(maximum.inWords)",
                        "Issue tokens for a shorter time, and leave a few minutes for clocks that differ. If you meant to, "
                            + "local time may have been taken for UTC"))
            }
        } else if expiration - token.now > .seconds(86_400) {
            report.remark(
                finding(
                    .note, "exp.long", "exp", "the token is good for \((expiration - token.now).inWords)",
                    "Make it shorter if you can: who steals a token can use it until then"))
        }
    }

    private func remarkOnMissingExpiration(_ token: borrowing TokenReader, _ report: inout RuleReport) {
        guard report.gathersAll, let rule = claims.first(where: { $0.name == .expiration }) else { return }
        let absence = Absence(of: rule, from: token, isHeader: false)
        report.remark(
            finding(
                .warning, "exp.missing", "exp",
                "the token never expires: anyone who finds it can use it for ever"
                    + absence.clause, absence.remedy ?? "Add \"exp\""))
    }
}
