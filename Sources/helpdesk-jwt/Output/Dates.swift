import Foundation
import HelpdeskJWT

/// Dates for people.
enum DateText {
    /// `2026-01-01 00:15:00 UTC`.
    static func utc(_ date: NumericDate) -> String {
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space)
        let text = Date(timeIntervalSince1970: TimeInterval(date.unixSeconds)).formatted(style)
        return text.dropLast() + " UTC"
    }

    /// "in 14 minutes", "2 days ago" or "now".
    static func relative(_ date: NumericDate, to now: NumericDate) -> String {
        let distance = date - now
        if abs(distance.components.seconds) == 0 { return "now" }
        return distance > .zero ? "in \(distance.inWords)" : "\(distance.inWords) ago"
    }
}

/// A claim that should be a date.
struct ClaimedDate {
    /// The claim's name.
    let name: String
    /// The date, or nil where the claim is none.
    private let date: NumericDate?
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

    /// The date in two ways: `2026-01-01 00:15:00 UTC, in 14 minutes`.
    func text(at now: NumericDate) -> String {
        if let date { return "\(DateText.utc(date)), \(DateText.relative(date, to: now))" }
        if let date = dateInMilliseconds {
            return "not a date: it must be in seconds. In milliseconds it would be \(DateText.utc(date))"
        }
        return "not a date: it must be a number of seconds since 1970"
    }
}
