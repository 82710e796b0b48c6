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
        return try? Base64URL.decode(String(decoding: characters.map { $0.inURLAlphabet }, as: UTF8.self))
    }

    /// The standard base64 text for some bytes, with padding.
    static func standardBase64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let text = Base64URL.encode(bytes).utf8.map { $0.inStandardAlphabet }
        return text + Array(repeating: 0x3D, count: (4 - text.count % 4) % 4)
    }
}

extension UInt8 {
    /// The character of base64url for one of standard base64 (RFC 4648 5); any other stays.
    var inURLAlphabet: UInt8 { self == 0x2B ? 0x2D : self == 0x2F ? 0x5F : self }

    /// The character of standard base64 for one of base64url (RFC 4648 4); any other stays.
    var inStandardAlphabet: UInt8 { self == 0x2D ? 0x2B : self == 0x5F ? 0x2F : self }
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
