import Foundation
@testable import HS256

/// Base64url as slowly and plainly as it can be written, to hold the fast one against.
///
/// Source: RFC 4648 5, with the order of faults that `Base64URL` documents: a byte outside the alphabet is named before
/// a length that cannot be, and both before bits left over.
enum ReferenceBase64URL {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func decode(_ text: [UInt8]) -> Result<[UInt8], Base64URLError> {
        var bits: [Bool] = []
        for (offset, byte) in text.enumerated() {
            guard let sextet = alphabet.firstIndex(of: byte) else {
                return .failure(
                    byte == UInt8(ascii: "=") ? .padding(offset: offset) : .invalidByte(byte, offset: offset))
            }
            bits += (0..<6).map { sextet >> (5 - $0) & 1 == 1 }
        }
        guard text.count % 4 != 1 else { return .failure(.impossibleLength(text.count)) }
        let wholeBytes = bits.count / 8
        guard !bits[(8 * wholeBytes)...].contains(true) else { return .failure(.nonZeroTrailingBits) }
        return .success(
            (0..<wholeBytes).map { byte in (0..<8).reduce(0) { $0 << 1 | (bits[8 * byte + $1] ? 1 : 0) } })
    }

    /// Foundation's base64, in the other alphabet and without its padding.
    static func foundationEncode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}

extension Base64URL {
    /// The outcome for bytes that need not be UTF-8, as the segments of a token are decoded, in a buffer with a guard
    /// byte at either end.
    static func decodeBytes(_ text: [UInt8]) -> Result<[UInt8], Base64URLError> {
        let room = decodedByteCount(text.count)
        var memory = [UInt8](repeating: 0xA5, count: room + 2)
        let outcome: Result<Int, Base64URLError> = text.withUnsafeBufferPointer { text in
            memory.withUnsafeMutableBufferPointer { memory in
                guard let start = memory.baseAddress else { preconditionFailure("there are guard bytes") }
                return Result { () throws(Base64URLError) in try decode(text, into: start + 1) }
            }
        }
        precondition(
            memory.first == 0xA5 && memory.last == 0xA5, "written outside the room for \(text.count) characters")
        return outcome.map { Array(memory[1..<(1 + $0)]) }
    }
}
