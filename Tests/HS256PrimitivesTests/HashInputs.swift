@testable import HS256Primitives
import TestSupport
import Testing

/// A message and its hash, out of a file of vectors.
struct SHA256Vector: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let msgHex: HexBytes
    let sha256Hex: HexBytes
    /// How often the message is repeated; once where the file does not say.
    let `repeat`: Int?

    var testDescription: String { id }
}

/// A key, a message and the first bytes of its code, out of a file of vectors.
struct HMACVector: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let keyHex: HexBytes
    let msgHex: HexBytes
    let tagLen: Int
    let hmacHex: HexBytes

    var testDescription: String { id }
}

/// Key bytes without a short period, the same as the oracle of the expected values took.
func sampleKey(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 59 &+ 7) }
}

extension SHA256 {
    /// The digest of a message that is handed over in one piece, on a given back end.
    static func hash(_ message: some Sequence<UInt8>, on backend: Backend) -> Digest {
        var hash = SHA256(backend: backend)
        hash.update(message)
        return hash.finalize()
    }
}
