/// Lifetimes as the command line writes them.
enum Lifetime {
    /// The forms, for help texts and messages.
    static let forms = "900, 90s, 15m, 2h or 1d"

    /// A duration of whole seconds, or nil for another form, for less than a second, or for more than fits.
    static func parse(_ text: String) -> Duration? {
        var digits = text[...]
        var factor: Int64 = 1
        if let unit = units.first(where: { text.hasSuffix($0.0) }) {
            digits.removeLast()
            factor = unit.1
        }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(digits) else {
            return nil
        }
        let (seconds, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow || seconds < 1 ? nil : .seconds(seconds)
    }

    private static var units: [(String, Int64)] { [("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400)] }
}
