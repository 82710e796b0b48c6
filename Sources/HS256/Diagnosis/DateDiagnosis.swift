/// Looks at the dates of a token for the ways in which they are written wrongly.
struct DateDiagnosis {
    /// The time to go by.
    let now: NumericDate
    private var claims = JSONObject()

    init(at now: NumericDate) {
        self.now = now
    }

    /// Takes the dates out of a token's claims.
    mutating func read(_ claims: borrowing ClaimReader) {
        self.claims = JSONObject()
        for name in [ClaimName.expiration, .notBefore, .issuedAt] {
            // An array or an object is no date in whatever way it is written.
            switch claims.kind(of: name) {
            case nil, .array?, .object?: continue
            default: self.claims[name.description] = claims.valueIfPresent(name)
            }
        }
    }

    /// The cause of a finding about a date.
    func explanation(of finding: Finding) -> Explanation? {
        guard let name = finding.claim, ["exp", "nbf", "iat"].contains(name), let value = claims[name] else {
            return nil
        }
        switch finding.code {
        case .claimWrongType: return wrongType(name, value)
        case .expired: return expired(value)
        case .dateOutOfRange: return outOfRange(name, value)
        default: return nil
        }
    }

    /// What else is to be said of dates that are accepted.
    func remarks(besides findings: [Finding]) -> [Finding] {
        ["exp", "nbf", "iat"].compactMap { name in
            guard case .number(let number)? = claims[name], number.text.utf8.contains(0x2E),
                !findings.contains(where: { $0.claim == name && $0.severity == .error })
            else { return nil }
            return Finding(
                .note, code: .dateFraction, claim: name,
                message: "\"\(name)\" has a fraction (decimals); whole seconds are usual",
                remedy: "Round it down to a whole number: Math.floor, int(…)", source: "RFC 7519 2")
        }
    }

    // MARK: Values that are no numbers

    private func wrongType(_ name: String, _ value: JSONValue) -> Explanation? {
        switch value {
        case .string(let text):
            if let seconds = Int64(text) {
                return Explanation(
                    "\"\(name)\" is a string; it must be a number",
                    "Write it without quotation marks: \"\(name)\": \(seconds)")
            }
            let bytes = Array(text.utf8)
            let isDuration = bytes.first?.isASCIIDigit == true && bytes.last?.isASCIILetter == true && bytes.count < 12
            if isDuration && !bytes.contains(0x3A) {
                return Explanation(
                    "\"\(name)\" is the text \(text.excerpt), a duration; it must be a number of seconds since 1970",
                    "Set the option expiresIn instead, or write the current time plus the seconds")
            }
            return Explanation(
                "\"\(name)\" is the text \(text.excerpt); it must be a number of seconds since 1970, not a date or words as a "
                    + "string", "Write Unix seconds: Math.floor(Date.now() / 1000) + 900, int(time.time()) + 900")
        case .null:
            return Explanation("\"\(name)\" is null; it must be a number", "Leave it out, or write Unix seconds")
        default: return nil
        }
    }

    // MARK: Dates that are none

    private func outOfRange(_ name: String, _ value: JSONValue) -> Explanation? {
        guard case .number(let number) = value, number.text.utf8.count == 18, number.int64 != nil else { return nil }
        return Explanation(
            "\"\(name)\" counts in units of 100 nanoseconds, as ticks of .NET and file times of Windows do; it must be in seconds "
                + "since 1970", "Use DateTimeOffset.UtcNow.ToUnixTimeSeconds()")
    }

    // MARK: Dates that have passed

    private func expired(_ value: JSONValue) -> Explanation? {
        guard case .number(let number) = value, let seconds = number.int64,
            NumericDate(unixSeconds: seconds) != nil
        else { return nil }
        // Nobody issues tokens for the years before 1980: it is a lifetime.
        if seconds < 315_532_800 {
            return Explanation(
                "\"exp\" is \(seconds), which is in 1970 or soon after: a duration (a lifetime) instead of an "
                    + "expiration time, so the token has expired", "Add the current time: now + \(seconds) seconds")
        }
        // Apple's reference date is 978307200 seconds after that of Unix.
        let sinceReference = now.unixSeconds - 978_307_200
        if abs(seconds - sinceReference) < 31_536_000 {
            return Explanation(
                "\"exp\" counts from 2001 (Swift's timeIntervalSinceReferenceDate), not from 1970, so the token has expired",
                "Use timeIntervalSince1970")
        }
        let ago = now.unixSeconds - seconds
        if (3_000...50_400).contains(ago) {
            return Explanation(
                "the token expired \((Duration.seconds(ago)).inWords) ago",
                "Issue a new token for each page or request. If it was just issued, the clock of the issuing server is "
                    + "wrong, or local time was taken for UTC (a time zone)")
        }
        return nil
    }
}
