@testable import HS256
import HS256Primitives
import TestSupport
import Testing

@Suite("Base64url")
struct Base64URLTests {
    /// A case of base64url.json.
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        enum Kind: String, Decodable {
            case both = "encode-decode"
            case reject = "decode-reject"
        }

        let id: String
        let kind: Kind
        let base64url: String
        let bytesHex: HexBytes?

        var testDescription: String { id }

        static func all(_ kind: Kind) throws -> [Vector] {
            try VectorFile<Vector>("base64url").cases.filter { $0.kind == kind }
        }
    }

    @Test("Bytes and their text", arguments: try Vector.all(.both))
    func encodesAndDecodes(vector: Vector) throws {
        let bytes = try #require(vector.bytesHex).bytes
        #expect(Base64URL.encode(bytes) == vector.base64url)
        #expect(try Base64URL.decode(vector.base64url) == bytes)
    }

    @Test("Texts to refuse", arguments: try Vector.all(.reject))
    func refuses(vector: Vector) {
        #expect(throws: Base64URLError.self) { try Base64URL.decode(vector.base64url) }
        #expect(outcome(vector.base64url) == ReferenceBase64URL.decode(Array(vector.base64url.utf8)))
    }

    @Test("Every length from 0 to 200, there and back, and as Foundation encodes it")
    func everyLength() throws {
        var generator = SeededGenerator(seed: 5)
        for count in 0...200 {
            let bytes = generator.bytes(count)
            let text = Base64URL.encode(bytes)
            #expect(text == ReferenceBase64URL.foundationEncode(bytes), "\(count) bytes")
            #expect(text.utf8.count == Base64.encodedByteCount(count))
            #expect(Base64.decodedByteCount(text.utf8.count) == count)
            #expect(try Base64URL.decode(text) == bytes, "\(count) bytes")
            #expect(Base64URL.decodeBytes(Array(text.utf8)) == .success(bytes), "\(count) bytes")
            #expect(Base64URL.encodeBytes(bytes) == Array(text.utf8), "\(count) bytes")
        }
    }

    /// Each of the four sextets of a group takes each of its 64 values, in the vector loop and in the loops behind it.
    @Test("Every pair of bytes at every place of a group", arguments: [2, 3, 15, 17])
    func everyPair(count: Int) throws {
        for first in 0..<256 {
            for second in stride(from: first % 5, to: 256, by: 5) {
                var bytes = [UInt8](repeating: UInt8(first), count: count)
                for index in stride(from: 1, to: count, by: 2) { bytes[index] = UInt8(second) }
                let text = Base64URL.encode(bytes)
                guard text == ReferenceBase64URL.foundationEncode(bytes),
                    Base64URL.encodeBytes(bytes) == Array(text.utf8),
                    Base64URL.decodeBytes(Array(text.utf8)) == .success(bytes)
                else {
                    Issue.record("\(bytes) became \(text)")
                    continue
                }
            }
        }
    }

    @Test("Bytes that are not contiguous in memory")
    func notContiguous() {
        let bytes = sampleMessage(100)
        #expect(Base64URL.encode(AnySequence(bytes)) == Base64URL.encode(bytes))
        #expect(Base64URL.encode(bytes[7...]) == Base64URL.encode(Array(bytes[7...])))
        #expect(Base64URL.encode(EmptyCollection()).isEmpty)
    }

    private func outcome(_ text: String) -> Result<[UInt8], Base64URLError> {
        Result { () throws(Base64URLError) in try Base64URL.decode(text) }
    }
}
