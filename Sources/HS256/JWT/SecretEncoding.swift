/// The ways in which the bytes of a secret are written as text.
package enum SecretEncoding: Sendable, CaseIterable {
    /// Standard base64 with padding (RFC 4648 4).
    case base64
    /// Base64url without padding (RFC 4648 5).
    case base64URL
    /// Hexadecimal digits.
    case hex

    /// The bytes for a text, or nil where it is not strictly of this encoding.
    func decode(_ text: String) -> [UInt8]? {
        switch self {
        case .base64: return Self.decodeStandardBase64(text)
        case .base64URL: return try? Base64URL.decode(text)
        case .hex: return Hexadecimal.decode(text)
        }
    }

    /// Standard base64 differs from base64url by two characters and by padding to whole groups of four.
    private static func decodeStandardBase64(_ text: String) -> [UInt8]? {
        var characters = Array(text.utf8)
        guard characters.count % 4 == 0, !characters.contains(0x2D), !characters.contains(0x5F) else { return nil }
        for _ in 0..<2 where characters.last == 0x3D { characters.removeLast() }
        for index in characters.indices {
            if characters[index] == 0x2B { characters[index] = 0x2D }
            if characters[index] == 0x2F { characters[index] = 0x5F }
        }
        return try? Base64URL.decode(String(decoding: characters, as: UTF8.self))
    }
}

extension SecretEncoding: CustomStringConvertible {
    /// The encoding's name.
    package var description: String {
        switch self {
        case .base64: return "base64"
        case .base64URL: return "base64url"
        case .hex: return "hexadecimal"
        }
    }
}
