internal import HS256

extension RuleBook {
    /// Checks how long a token is good: against the longest that the system takes, and for being good for ever.
    ///
    /// - Parameters:
    ///   - claims: the claims.
    ///   - maximum: the longest lifetime that the system accepts, from now or from `iat`; nil for any.
    ///   - now: the time to go by.
    ///   - report: where findings go.
    func checkLifetime(
        of claims: borrowing ClaimReader, maximum: Duration?, at now: NumericDate, _ report: inout RuleReport
    ) throws(HS256Error) {
        // Without a maximum there is nothing to refuse.
        guard maximum != nil || report.gathersAll else { return }
        guard claims.contains("exp") else {
            // Where it is required, the table has said so.
            let isRequired = self.claims.contains { $0.name.description == "exp" && $0.need == .required }
            if !isRequired {
                report.remark(
                    finding(
                        .warning, "exp.missing", "exp", "the token never expires: whoever finds it can use it for ever",
                        "Add \"exp\""))
            }
            return
        }
        guard let expiration = try? claims.numericDate("exp") else { return }
        if let maximum {
            let begin = (try? claims.numericDateIfPresent("iat")) ?? now
            let lifetime = max(expiration - now, expiration - begin)
            if lifetime > maximum {
                try report.refuse(
                    finding(
                        .error, "exp.far", "exp",
                        "\"exp\" is \(lifetime.inWords) ahead; \(vendor) accepts at most \(maximum.inWords)",
                        "Issue tokens for a shorter time, and leave a few minutes for clocks that differ"))
            }
        } else if expiration - now > .seconds(86_400) {
            report.remark(
                finding(
                    .note, "exp.long", "exp", "the token is good for \((expiration - now).inWords)",
                    "Make it shorter if you can: who steals a token can use it until then"))
        }
    }
}
