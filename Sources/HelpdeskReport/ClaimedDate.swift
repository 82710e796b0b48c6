import HelpdeskJWT

/// A claim that should be a date.
struct ClaimedDate {
    /// The claim's name.
    let name: String
    /// The date, or nil where the claim is none.
    let date: NumericDate?
    /// The date that it would be in milliseconds.
    private let dateInMilliseconds: NumericDate?

    /// Those that a token has.
    static func all(in claims: JSONObject) -> [ClaimedDate] {
        let dates = JWTClaims(claims)
        return [("iat", dates.issuedAt), ("nbf", dates.notBefore), ("exp", dates.expiration)].compactMap { name, date in
            claims[name].map { ClaimedDate(name: name, date: date, value: $0) }
        }
    }

    private init(name: String, date: NumericDate?, value: JSONValue) {
        self.name = name
        self.date = date
        if case .number(let number) = value, date == nil, let milliseconds = number.int64 {
            dateInMilliseconds = NumericDate(unixSeconds: milliseconds / 1_000)
        } else {
            dateInMilliseconds = nil
        }
    }

    /// The date for a person, or why it is none.
    func text(_ dates: DateText) -> String {
        if let date { return dates.text(date) }
        if let date = dateInMilliseconds {
            return "not a date: it must be in seconds. In milliseconds it would be \(dates.absolute(date))"
        }
        return "not a date: it must be a number of seconds since 1970"
    }
}

extension Page {
    /// Writes the time that a report goes by, and the dates of a token, each after its name.
    mutating func dates(in claims: JSONObject, _ dates: DateText, indent: Int = 0) {
        paragraph(label: "now  ", dates.absolute(dates.now), indent: indent, hanging: 5)
        for claimed in ClaimedDate.all(in: claims) {
            paragraph(label: claimed.name.padded(to: 5), claimed.text(dates), indent: indent, hanging: 5)
        }
    }
}

extension ClaimedDate {
    /// The dates for scripts, as RFC 3339 writes them; null for a claim that is none.
    static func json(in claims: JSONObject) -> JSONObject {
        var object = JSONObject()
        for claimed in all(in: claims) { object[claimed.name] = claimed.date.map { .string($0.rfc3339) } ?? .null }
        return object
    }
}
