import HelpdeskJWT

/// A claim that should be a date.
struct ClaimedDate {
    /// The claim's name.
    let name: String
    /// The date, or nil if the claim is not a date.
    let date: NumericDate?
    /// The date if the value is read as milliseconds.
    private let dateInMilliseconds: NumericDate?

    /// The claims of a token that should be dates: `iat`, `nbf`, and `exp`, in that order.
    static func all(in claims: JSONObject) -> [ClaimedDate] {
        let dates = JWTClaims(claims)
        return [("iat", dates.issuedAt), ("nbf", dates.notBefore), ("exp", dates.expiration)].compactMap { name, date in
            claims[name].map { ClaimedDate(name: name, date: date, value: $0) }
        }
    }

    private init(name: String, date: NumericDate?, value: JSONValue) {
        self.name = name
        self.date = date
        if case .number(let number) = value, date == nil, let milliseconds = number.int64,
            milliseconds > NumericDate.distantFuture.unixSeconds
        {
            dateInMilliseconds = NumericDate(unixSeconds: milliseconds / 1_000)
        } else {
            dateInMilliseconds = nil
        }
    }

    /// The date for a person, or why the claim is not a date.
    func text(_ dates: DateText) -> String {
        if let date { return dates.text(date) }
        if let date = dateInMilliseconds {
            return "not a date: it must be in seconds. In milliseconds it would be \(dates.absolute(date))"
        }
        return "not a date: it must be a number of seconds since 1970"
    }
}

extension Page {
    /// Writes the time of a report and the dates of a token, each after its name.
    mutating func dates(in claims: JSONObject, _ dates: DateText, indent: Int = 0) {
        paragraph(label: "now  ", dates.absolute(dates.now), indent: indent, hanging: 5)
        for claimed in ClaimedDate.all(in: claims) {
            paragraph(label: claimed.name.padded(to: 5), claimed.text(dates), indent: indent, hanging: 5)
        }
    }
}

extension ClaimedDate {
    /// The dates for scripts, in the form of RFC 3339; null for a claim that is not a date.
    static func json(in claims: JSONObject) -> JSONObject {
        var object = JSONObject()
        for claimed in all(in: claims) { object[claimed.name] = claimed.date.map { .string($0.rfc3339) } ?? .null }
        return object
    }
}
