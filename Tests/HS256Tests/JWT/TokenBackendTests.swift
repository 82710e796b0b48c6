@testable import HS256
import Testing

/// A token is the same on each back end that the processor has, wherever the header ends in a block and the claims in
/// another.
@Suite("Tokens on each back end")
struct TokenBackendTests {
    private let signers: [[JWTSigner]]

    init() throws {
        signers = try [0, 1, 2, 3, 26, 27, 28, 64, 90].map { length in
            let header = JOSEHeader(keyID: String(repeating: "k", count: length))
            return try SHA256Backend.available.map { backend in
                JWTSigner(
                    key: try HS256Key(Array("secret of thirty-two bytes, or so".utf8), backend: backend), header: header
                )
            }
        }
    }

    private func payload(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ count) } }

    @Test func payloadsOfAnyLength() throws {
        for count in Array(0...200) + [600, 700, 701, 702, 703, 1_000, 4_000] {
            let payload = payload(count)
            for signers in signers {
                let tokens = signers.map { $0.sign(payload: payload) }
                for token in tokens { #expect(token == tokens[0]) }
                // Put together from parts that are tested by themselves.
                let parts = tokens[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                #expect(parts.count == 3 && parts[1] == Base64URL.encode(payload))
                let key = try HS256Key(Array("secret of thirty-two bytes, or so".utf8), backend: .portable)
                let code = HMACSHA256.authenticationCode(for: "\(parts[0]).\(parts[1])".utf8, using: key)
                #expect(parts[2] == Base64URL.encode(code.bytes))
            }
        }
    }

    @Test func pairs() throws {
        for signers in signers {
            for length in 0...130 {
                let claims = [length, 3 * length % 131].map { length in
                    JWTClaims(["p": .string(String(repeating: "x", count: length))])
                }
                let tokens = try signers.map { signer in try signer.sign(contentsOf: claims) }
                for pair in tokens { #expect(pair == tokens[0]) }
                #expect(tokens[0] == (try claims.map { claims throws(JWTError) in try signers[0].sign(claims) }))
            }
        }
    }
}
