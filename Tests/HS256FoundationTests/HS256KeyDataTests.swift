import Foundation
import HS256
import HS256Foundation
import HS256Primitives
import Testing

struct HS256KeyDataTests {
    @Test func data() throws {
        let bytes = Array(UInt8(0)..<40)
        let expected = try HMACSHA256.authenticationCode(for: "m".utf8, using: HS256Key(bytes: bytes).hmacKey)
        let key = try HS256Key(data: Data(bytes))
        #expect(HMACSHA256.authenticationCode(for: "m".utf8, using: key.hmacKey) == expected)
        // A slice, whose indices do not begin at zero.
        let slice = (Data([1, 2, 3]) + Data(bytes)).dropFirst(3)
        #expect(try HMACSHA256.authenticationCode(for: "m".utf8, using: HS256Key(data: slice).hmacKey) == expected)
    }

    @Test func refusals() {
        #expect(throws: HS256Error(.keyEmpty)) { try HS256Key(data: Data()) }
        #expect(throws: HS256Error(.keyTooShort(byteCount: 31))) { try HS256Key(data: Data(count: 31)) }
        #expect(throws: HS256Error(.keyIsPublic)) {
            try HS256Key(data: Data("-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG".utf8))
        }
    }

    @Test func digest() {
        let digest = SHA256.hash("abc".utf8)
        #expect(Data(digest).count == 32)
        #expect(
            Data(digest).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == digest.description)
    }
}
