/// Why a text is not strict base64url. Offsets are in bytes of UTF-8 from the start of the text.
public enum Base64URLError: Error, Sendable, Equatable {
    /// The byte at `offset` is not in the alphabet `A-Z a-z 0-9 - _` (RFC 4648 5).
    case invalidByte(UInt8, offset: Int)
    /// There is a `=` at `offset`; JOSE leaves padding out (RFC 7515 2).
    case padding(offset: Int)
    /// No bytes encode to a text of this length, which is 1 modulo 4 (RFC 4648 4).
    case impossibleLength(Int)
    /// The last character has bits after the last byte that are not zero (RFC 4648 3.5).
    case nonZeroTrailingBits
}

extension Base64URLError: CustomStringConvertible {
    /// What is wrong and where, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .invalidByte(let byte, let offset):
            return "\(Self.name(of: byte)) at offset \(offset) is not in the base64url alphabet"
        case .padding(let offset):
            return "\"=\" at offset \(offset): base64url in a JWT has no padding"
        case .impossibleLength(let length):
            return
                "\(length) characters cannot be base64url: the length is 1 modulo 4, so something is cut off or added"
        case .nonZeroTrailingBits:
            return "the last character has left-over bits that are not zero, so it is not what an encoder writes"
        }
    }

    private static func name(of byte: UInt8) -> String {
        switch byte {
        case 0x0A, 0x0D: return "a line break"
        case 0x20: return "a space"
        case 0x09: return "a tab"
        case 0x2B, 0x2F: return "\"\(Unicode.Scalar(byte))\" (of standard base64)"
        case 0x21...0x7E: return "\"\(Unicode.Scalar(byte))\""
        case 0x80...: return "a non-ASCII character"
        default: return "a control character"
        }
    }
}
