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
