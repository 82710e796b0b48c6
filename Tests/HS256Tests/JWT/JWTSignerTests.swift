import HS256
import TestSupport
import Testing

struct JWTSignerTests {
    /// A text of exactly `count` bytes as the one claim.
    private struct Padding: ClaimSet {
        let text: String

        init(count: Int) {
            text = String(repeating: "x", count: count)
        }

        init(from claims: borrowing ClaimReader) throws(JWTError) {
            text = try claims.string("p")
        }

        func write(to claims: inout ClaimWriter) {
            claims.write("p", text)
        }
    }

    private static let policy = ValidationPolicy(expiration: .mayBeAbsent, maximumByteCount: 65_536)

    private func check(_ signer: JWTSigner, _ header: String, count: Int) throws {
        let claims = Padding(count: count)
        let token = try signer.sign(claims)
        let byHand = HandmadeToken.signed(header: header, payload: "{\"p\":\"\(claims.text)\"}", key: try Sample.key)
        #expect(token == byHand, "\(count) bytes")
        let read = try JWTVerifier(key: Sample.key, policy: Self.policy).verify(token, as: Padding.self)
        #expect(read.text == claims.text, "\(count) bytes")
    }

    /// Every size up to a few blocks of the hash, and around each size at which the writer's memory grows.
    @Test func sizes() throws {
        let signer = JWTSigner(key: try Sample.key)
        for count in 0..<300 { try check(signer, HandmadeToken.header, count: count) }
        for middle in [1_024, 2_048, 4_096, 8_192, 16_384] {
            for count in (middle - 20)...(middle + 4) { try check(signer, HandmadeToken.header, count: count) }
        }
        try check(signer, HandmadeToken.header, count: 20_480)
    }

    /// Headers of every length across several blocks: their whole blocks are hashed once, when the signer is made.
    @Test(arguments: 0..<200)
    func headerSizes(_ count: Int) throws {
        let id = String(repeating: "k", count: count)
        let signer = JWTSigner(key: try Sample.key, header: JOSEHeader(keyID: id))
        let header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"\(id)\"}"
        for count in [0, 1, 30, 31, 32, 33, 200] { try check(signer, header, count: count) }
    }

    @Test func veryLongHeader() throws {
        let id = String(repeating: "k", count: 5_000)
        let signer = JWTSigner(key: try Sample.key, header: JOSEHeader(keyID: id))
        try check(signer, "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"\(id)\"}", count: 100)
    }

    /// A payload of any bytes, from memory in one piece and from a sequence.
    @Test func payloads() throws {
        let signer = JWTSigner(key: try Sample.key)
        var generator = SeededGenerator(seed: 7515)
        for count in 0..<200 {
            let payload = generator.bytes(count)
            let token = signer.sign(payload: payload)
            #expect(
                token
                    == HandmadeToken.signed(
                        header: Array(HandmadeToken.header.utf8), payload: payload, key: try Sample.key))
            #expect(signer.sign(payload: AnySequence(payload)) == token)
            #expect(try JWTVerifier(key: Sample.key).verifyPayload(of: token) == payload)
        }
    }

    /// The same text for the same claims, from any signer, at any time; nothing is added.
    @Test func stableText() throws {
        let claims = JWTClaims(["sub": "alice", "exp": 1_700_000_900])
        let signer = JWTSigner(key: try Sample.key)
        let token = try signer.sign(claims)
        #expect(try signer.sign(claims) == token)
        #expect(try JWTSigner(key: Sample.key).sign(claims) == token)
        #expect(token == (try Sample.token()))
        #expect(signer.header == JOSEHeader())
        #expect(try UnverifiedJWT(unverified: JWTSigner(key: Sample.key).sign(JWTClaims())).claims.isEmpty)
    }

    /// Pinned: computed with another implementation of HMAC and base64 (Python's `hmac` and `base64`).
    @Test func pinned() throws {
        let key = try HS256Key(utf8: "0123456789abcdef0123456789abcdef")
        let token = try JWTSigner(key: key).sign(JWTClaims(["sub": "alice", "n": -1, "u": "\u{E9}\"\n"]))
        #expect(
            token == "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                + "eyJzdWIiOiJhbGljZSIsIm4iOi0xLCJ1Ijoiw6lcIlxuIn0."
                + "ZA0bZ0ItCXhU38vzWrPjjdE-zLU8wxo3xgnDYmTAnhY")
    }

    /// Signing from many threads at once.
    @Test func threads() async throws {
        let signer = JWTSigner(key: try Sample.key, header: JOSEHeader(keyID: String(repeating: "k", count: 100)))
        let expected = try (0..<64).map { try signer.sign(Padding(count: $0 * 40)) }
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<64 { group.addTask { (number, try signer.sign(Padding(count: number * 40))) } }
            for try await (number, token) in group { #expect(token == expected[number]) }
        }
    }
}
