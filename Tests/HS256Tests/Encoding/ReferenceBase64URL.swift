import Foundation
@testable import HS256
import HS256Primitives

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
    /// The outcome for bytes that need not be UTF-8, as the segments of a token are decoded. All back ends of the processor
    /// must give the same, and write no further than they may.
    static func decodeBytes(_ text: [UInt8]) -> Result<[UInt8], Base64URLError> {
        let room = Base64.decodedByteCount(text.count) + Base64.slack
        return text.withUnsafeBufferPointer { text in
            let outcome = Guarded.memory(room) { start throws(Base64URLError) in try decode(text, into: start) }
            for backend in Backend.available {
                let bytes = Guarded.memory(room) { start throws(NotDecoded) in
                    guard let count = Base64.decode(text, into: start, backend: backend) else { throw NotDecoded() }
                    return count
                }
                precondition(
                    (try? bytes.get()) == (try? outcome.get()), "\(backend) decodes \(Array(text)) differently")
            }
            return outcome
        }
    }

    private struct NotDecoded: Error {}

    /// The text for some bytes, in the same way.
    static func encodeBytes(_ bytes: [UInt8]) -> [UInt8] {
        let count = Base64.encodedByteCount(bytes.count)
        let texts = Backend.available.map { backend in
            let room = count + (bytes.count < 16 ? 0 : Base64.slack)
            return bytes.withUnsafeBufferPointer { bytes in
                Guarded.memory(room) { start throws(Never) in
                    Base64.encode(bytes, into: start, backend: backend)
                    return count
                }
            }
        }
        precondition(texts.allSatisfy { $0 == texts[0] }, "back ends encode \(bytes) differently")
        return texts[0].get()
    }
}

/// Memory with a guard byte at either end.
private enum Guarded {
    /// The first bytes of what `body` writes to `room` bytes of memory, as many as it says.
    static func memory<Failure: Error>(
        _ room: Int, _ body: (UnsafeMutablePointer<UInt8>) throws(Failure) -> Int
    ) -> Result<[UInt8], Failure> {
        var memory = [UInt8](repeating: 0xA5, count: room + 2)
        let outcome: Result<Int, Failure> = memory.withUnsafeMutableBufferPointer { memory in
            guard let start = memory.baseAddress else { preconditionFailure("there are guard bytes") }
            return Result { () throws(Failure) in try body(start + 1) }
        }
        precondition(memory.first == 0xA5 && memory.last == 0xA5, "written outside the room of \(room) bytes")
        return outcome.map { Array(memory[1..<(1 + $0)]) }
    }
}
