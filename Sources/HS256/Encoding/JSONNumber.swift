/// A JSON number with the digits that it was written with, so that nothing is rounded on the way through.
///
/// Numbers compare by their text: `1` and `1.0` are not equal here, as they are not the same JSON.
///
/// Source: RFC 8259 6.
public struct JSONNumber: Sendable {
    /// The number as JSON text.
    public let text: String

    /// A text that the scanner has found to be a number.
    init(scanned text: String) {
        self.text = text
    }

    /// A whole number.
    public init(_ value: some BinaryInteger) {
        text = String(value)
    }

    #if !hasFeature(Embedded)
        /// A number with a fraction, or nil for infinity and "not a number", which JSON cannot say.
        ///
        /// - Parameter value: written with the fewest digits that give the same value back.
        public init?(_ value: Double) {
            guard value.isFinite else { return nil }
            text = "\(value)"
        }

        /// The nearest number that `Double` can hold, which may be infinite.
        public var double: Double { Double(text) ?? .nan }
    #endif

    /// The number as an integer, or nil if it has a fraction or an exponent, or does not fit.
    public var int64: Int64? { Int64(text) }
}

extension JSONNumber: Equatable {
    /// Whether two numbers have the same text.
    public static func == (a: JSONNumber, b: JSONNumber) -> Bool { a.text.hasSameBytes(as: b.text) }
}
