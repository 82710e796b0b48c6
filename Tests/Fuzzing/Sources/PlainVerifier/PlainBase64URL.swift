import Foundation

/// Base64url by way of Foundation's base64, with the strictness of RFC 7515 2 around it.
package enum PlainBase64URL {
    /// The bytes for a text, or nil where it is not what an encoder writes.
    package static func decode(_ text: [UInt8]) -> [UInt8]? {
        guard text.allSatisfy(alphabet.contains) else { return nil }
        let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
        let standard = replacing(text, "-", "+", "_", "/") + padding
        guard let bytes = Data(base64Encoded: Data(standard)) else { return nil }
        // Foundation lets bits stand that no byte takes up.
        return encode(Array(bytes)) == text ? Array(bytes) : nil
    }

    /// The text for some bytes.
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let standard = Array(Data(bytes).base64EncodedData())
        return replacing(standard.filter { $0 != UInt8(ascii: "=") }, "+", "-", "/", "_")
    }

    private static let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func replacing(
        _ text: [UInt8], _ first: Unicode.Scalar, _ itsReplacement: Unicode.Scalar, _ second: Unicode.Scalar,
        _ anotherReplacement: Unicode.Scalar
    ) -> [UInt8] {
        text.map { byte in
            if byte == UInt8(ascii: first) { return UInt8(ascii: itsReplacement) }
            return byte == UInt8(ascii: second) ? UInt8(ascii: anotherReplacement) : byte
        }
    }
}
