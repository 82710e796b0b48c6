/// A NumericDate as decimal digits: whole seconds, and the digits behind the point without zeros at their end.
///
/// Source: RFC 7519 2.
package struct PlainDate: Equatable, Comparable {
    let seconds: Int
    let fraction: String

    /// A date of whole seconds.
    package init(_ seconds: Int) {
        self.init(seconds, fraction: "")
    }

    private init(_ seconds: Int, fraction: String) {
        self.seconds = seconds
        self.fraction = fraction
    }

    /// The date of a JSON number, or nil before 1970 and after 9999.
    init?(number: String) {
        let parts = number.lowercased().split(separator: "e")
        let isNegative = parts[0].hasPrefix("-")
        let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(mantissa[0])
        var fraction = mantissa.count == 2 ? String(mantissa[1]) : ""
        guard (whole + fraction).contains(where: { $0 != "0" }) else {
            self.init(0)
            return
        }
        guard !isNegative else { return nil }
        // The point moves, but no further than past all digits and a few more: beyond, it makes no difference.
        let digitCount = whole.count + fraction.count
        let exponent = parts.count == 2 ? Self.clamped(String(parts[1]), to: digitCount + 40) : 0
        if exponent >= 0 {
            fraction += String(repeating: "0", count: exponent)
            whole += fraction.prefix(exponent)
            fraction = String(fraction.dropFirst(exponent))
        } else {
            whole = String(repeating: "0", count: -exponent) + whole
            fraction = whole.suffix(-exponent) + fraction
            whole = String(whole.dropLast(-exponent))
        }
        whole = String(whole.drop { $0 == "0" })
        while fraction.last == "0" { fraction.removeLast() }
        guard whole.count <= 12, let seconds = whole.isEmpty ? 0 : Int(whole), seconds <= 253_402_300_799 else {
            return nil
        }
        self.init(seconds, fraction: fraction)
    }

    private static func clamped(_ text: String, to limit: Int) -> Int {
        let isNegative = text.hasPrefix("-")
        let digits = text.drop { "+-0".contains($0) }
        let magnitude = digits.isEmpty ? 0 : digits.count > 9 ? limit : min(Int(digits) ?? limit, limit)
        return isNegative ? -magnitude : magnitude
    }

    package static func < (a: PlainDate, b: PlainDate) -> Bool {
        // Without zeros at the end, the order of fractions is that of words in a dictionary.
        a.seconds != b.seconds
            ? a.seconds < b.seconds : a.fraction.utf8.lexicographicallyPrecedes(b.fraction.utf8)
    }
}
