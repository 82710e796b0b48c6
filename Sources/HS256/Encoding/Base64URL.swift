import HS256Primitives

/// Base64url without padding, strict both ways.
///
/// Each text stands for one sequence of bytes and has no other spelling: `=`, `+`, `/`, white space, every other character
/// outside the alphabet, a length of 1 modulo 4 and non-zero bits after the last byte are refused.
///
/// Both directions work without tables and without branches on the data, so the time they take does not show a secret.
///
/// Source: RFC 4648 5, 3.2, 3.3 and 3.5; RFC 7515 2.
public enum Base64URL {
    /// The text for some bytes. One heap allocation, the text.
    ///
    /// - Parameter bytes: Any bytes. Copied first if they are not contiguous in memory.
    public static func encode(_ bytes: some Sequence<UInt8>) -> String {
        if let text = bytes.withContiguousStorageIfAvailable(unsafe text(for:)) { return text }
        return unsafe Array(bytes).withUnsafeBufferPointer(unsafe text(for:))
    }

    /// The bytes for a text.
    ///
    /// - Parameter text: Base64url without padding.
    /// - Throws: ``Base64URLError``, for everything that ``encode(_:)`` would not have written.
    public static func decode(_ text: String) throws(Base64URLError) -> [UInt8] {
        unsafe try withUTF8(of: text) { (text) throws(Base64URLError) -> [UInt8] in
            // An array without capacity is one that all threads share, and filling it would write to that.
            if text.isEmpty { return [] }
            return unsafe try [UInt8](unsafeUninitializedCapacity: Base64.decodedByteCount(text.count) + Base64.slack) {
                (buffer, count) throws(Base64URLError) in
                guard let destination = buffer.baseAddress else { return }
                count = unsafe try decode(text, into: destination)
            }
        }
    }

    private static func text(for bytes: UnsafeBufferPointer<UInt8>) -> String {
        let count = Base64.encodedByteCount(bytes.count)
        // Fewer than sixteen bytes need no slack, and some of their texts fit into the string itself.
        let capacity = bytes.count < 16 ? count : count + Base64.slack
        return unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
            guard let destination = buffer.baseAddress else { return 0 }
            unsafe Base64.encode(bytes, into: destination)
            return count
        }
    }

    /// Writes the bytes for a text to memory that has room for them and ``Base64/slack``, apart from the text.
    ///
    /// - Returns: The number of bytes.
    static func decode(
        _ text: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>
    ) throws(Base64URLError) -> Int {
        guard let count = unsafe Base64.decode(text, into: destination) else { throw unsafe fault(of: text) }
        return count
    }

    /// The bytes that most decoders make of a text, for a diagnosis that goes on: both alphabets, padding or none, and any
    /// bits after the last byte.
    ///
    /// - Returns: Nil for other characters, and for a length that no bytes have.
    static func decodeLeniently(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var characters = text.map { $0.inURLAlphabet }
        while characters.last == 0x3D { characters.removeLast() }
        // Filled up to whole groups of four, the bits after the last byte are those of bytes that are left out again.
        let missing = (4 - characters.count % 4) % 4
        guard missing < 3 else { return nil }
        characters += Array(repeating: 0x41, count: missing)
        return (try? decode(String(decoding: characters, as: UTF8.self))).map { Array($0.dropLast(missing)) }
    }

    /// What is wrong with a text that cannot be decoded.
    static func fault(of text: UnsafeBufferPointer<UInt8>) -> Base64URLError {
        for offset in 0..<text.count {
            switch unsafe text[offset] {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: break
            case 0x3D: return .padding(offset: offset)
            case let byte: return .invalidByte(byte, offset: offset)
            }
        }
        return text.count % 4 == 1 ? .impossibleLength(text.count) : .nonZeroTrailingBits
    }
}

/// Why a text is not strict base64url. Offsets are in bytes of UTF-8 from the start of the text.
public enum Base64URLError: Error, Sendable, Hashable {
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
    /// What is wrong and where, in one sentence without a period.
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
