import HS256
import HS256Primitives
import TestSupport
import Testing

/// One signer, one verifier and one key ring for many threads at once. Under Thread Sanitizer this finds races; without
/// it, results that are another thread's.
struct ConcurrencyTests {
    /// How often each thread does its work.
    private static let rounds = 50

    private func claims(_ thread: Int, _ round: Int) -> JWTClaims {
        var claims = JWTClaims(["text": .string(String(repeating: "\u{E9}\n\(thread)", count: round))])
        claims.subject = "thread \(thread), round \(round)"
        claims.expiration = Sample.now.advanced(by: .seconds(900))
        return claims
    }

    @Test func signing() throws {
        let signer = JWTSigner(key: try Sample.key, header: JOSEHeader(keyID: "a key id that is longer than a word"))
        // What one thread makes alone.
        let expected = try (0..<8).map { thread in
            try (0..<Self.rounds).map { round in try signer.sign(claims(thread, round)) }
        }
        try ManyThreads.run { (thread) throws in
            let all = (0..<Self.rounds).map { claims(thread, $0) }
            for round in 0..<Self.rounds {
                #expect(try signer.sign(all[round]) == expected[thread][round])
                #expect(try signer.sign(payload: [UInt8(thread)]) == signer.sign(payload: [UInt8(thread)]))
            }
        }
    }

    @Test func verification() throws {
        let keys = [try Sample.otherKey, try Sample.key]
        let ring = try KeyRing([.init(key: keys[0]), .init(id: "b", key: keys[1]), .init(key: keys[1])])
        let verifier = try JWTVerifier(keys: ring, policy: ValidationPolicy(leeway: .seconds(1)))
        let tokens = try (0..<8).map { thread in try JWTSigner(key: keys[thread % 2]).sign(claims(thread, 3)) }
        try ManyThreads.run { (thread) throws in
            for round in 0..<Self.rounds {
                let other = (thread + round) % 8
                let verified = try verifier.verify(tokens[other], at: Sample.now)
                #expect(verified.claims.subject == "thread \(other), round 3")
                #expect(verified.keyIndex == other % 2)
                #expect(try !verifier.verifySignatureOnly(tokens[other]).isEmpty)
                let late = Sample.now.advanced(by: .seconds(901))
                #expect(throws: HS256Error.self) { try verifier.verify(tokens[other], at: late) }
            }
        }
    }

    @Test func diagnosis() throws {
        let verifier = try JWTVerifier(key: Sample.key)
        let broken = ["Bearer " + (try Sample.token()) + "x", try Sample.token("{}"), "a.b", "\"'\"", ""]
        let expected = broken.map { verifier.diagnose($0, secretText: "'quoted'", at: Sample.now).map(\.description) }
        try ManyThreads.run { (thread) throws in
            for round in 0..<Self.rounds {
                let index = (thread + round) % broken.count
                let found = verifier.diagnose(broken[index], secretText: "'quoted'", at: Sample.now)
                #expect(found.map(\.description) == expected[index])
            }
        }
    }

    @Test func hashesAndEncodings() throws {
        let key = try Sample.key
        try ManyThreads.run { (thread) throws in
            for round in 0..<Self.rounds {
                let bytes = [UInt8](repeating: UInt8(thread), count: round * 7)
                #expect(try Base64URL.decode(Base64URL.encode(bytes)) == bytes)
                let code = HMACSHA256.authenticationCode(for: bytes, using: key.hmacKey)
                #expect(HMACSHA256.isValidAuthenticationCode(code.bytes, authenticating: bytes, using: key.hmacKey))
                #expect(SHA256.hash(bytes) == SHA256.hash(bytes))
            }
        }
    }
}
