import HS256Primitives
import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// Nothing that can be printed of a value that holds a key has the secret in it, or what is as good as it.
struct ValueSecrecyTests {
    private func check(_ value: Any, _ detector: LeakDetector) {
        for text in printings(of: value) + printings(of: [value]) + printings(of: ["name": value]) {
            #expect(detector.leaks(in: text).isEmpty, "\(text)")
        }
    }

    @Test func keysAndWhatHoldsThem() throws {
        let key = try Planted.key
        let long = JOSEHeader(keyID: String(repeating: "k", count: 200))
        let detector = try Planted.detector()
        check(key, detector)
        check(KeyRing(key, id: "a"), detector)
        check(try KeyRing([.init(id: "a", key: key), .init(key: key)]), detector)
        check(KeyRing.Entry(id: "a", key: key), detector)
        check(try JWTVerifier(key: key), detector)
        check(JWTSigner(key: key), detector)
        check(JWTSigner(key: key, header: long), try Planted.detector(header: long))
    }

    @Test(arguments: samples) func systems(sample: any SystemSample) throws {
        let system = try sample.system(key: Planted.key)
        let detector = try Planted.detector(header: system.signingKey.setup.signer.header)
        check(system, detector)
        check(system.signingKey.setup.signer, detector)
        check(system.signingKey.setup.verifier, detector)
        check(system.signingKey.setup.verifier.keys, detector)
    }

    /// What has been read of a token says what the token says, and cannot be used as the token.
    @Test(arguments: samples) func readTokens(sample: any SystemSample) throws {
        let system = try sample.system(key: Planted.key)
        let token = HandmadeToken.signed(
            header: sample.header.description, payload: sample.payload.description, key: try Planted.key)
        let detector = try Planted.detector(for: token)
        check(try UnverifiedJWT(unverified: token), detector)
        check(try system.verify(token, at: Fixture.now), detector)
        let policy = ValidationPolicy(audience: .notChecked)
        let verified: VerifiedJWT = try JWTVerifier(key: Planted.key, policy: policy).verify(token, at: Fixture.now)
        check(verified, detector)
    }

    /// A code that was worked out would let who reads a log forge the token that it belongs to.
    @Test func authenticationCode() throws {
        let code = HMACSHA256.authenticationCode(for: "message".utf8, using: try Planted.key.hmacKey)
        var detector = try Planted.detector()
        detector.add(code.bytes, as: "the authentication code")
        detector.add(
            words: (0..<8).map { word in (0..<4).reduce(0) { $0 << 8 | UInt32(code.bytes[4 * word + $1]) } },
            as: "the authentication code")
        check(code, detector)
    }
}
