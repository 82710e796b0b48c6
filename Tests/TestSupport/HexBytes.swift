/// Bytes that stand in a file of vectors as hexadecimal digits.
public struct HexBytes: Decodable, Sendable, Equatable {
    /// The bytes.
    public let bytes: [UInt8]

    /// - Parameter text: an even number of hexadecimal digits and nothing else.
    public init(_ text: String) throws {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { throw VectorError("an odd number of hexadecimal digits: \(text)") }
        bytes = try stride(from: 0, to: digits.count, by: 2).map { index in
            guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[index + 1]) else {
                throw VectorError("not hexadecimal: \(text)")
            }
            return high << 4 | low
        }
    }

    /// Reads the bytes from a JSON string.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
}
