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

        init(from claims: borrowing ClaimReader) throws(HS256Error) {
            text = try claims.string("p")
        }

        func write(to claims: inout ClaimWriter) {
            claims.write("p", text)
        }
    }

    private static let policy = ValidationPolicy(
        expiration: .mayBeAbsent, limits: TokenLimits(maximumByteCount: 65_536))

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
        let signer = JWTSigner(key: try Sample.key, limits: TokenLimits(maximumByteCount: 65_536))
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

    /// What is signed can be verified: at the limits both work, and beyond them neither.
    @Test func largestToken() throws {
        let key = try Sample.key
        let verifier = try JWTVerifier(key: key, policy: ValidationPolicy(expiration: .mayBeAbsent))
        // 36 characters of header, two dots, and 43 of signature leave room for this many bytes of payload.
        let count = (16_384 - 36 - 2 - 43) / 4 * 3
        let payload = [UInt8](repeating: 0x20, count: count - 2) + Array("{}".utf8)
        for signer in [JWTSigner(key: key), JWTSigner(key: key, limits: TokenLimits(maximumByteCount: 16_385))] {
            let token = try signer.sign(payload: payload)
            #expect(token.utf8.count <= 16_384 && token.utf8.count > 16_380)
            #expect(try verifier.verify(token, at: Sample.now).claims.members.isEmpty)
        }
        let error = #expect(throws: HS256Error.self) {
            try JWTSigner(key: key).sign(payload: payload + [0x20, 0x20, 0x20])
        }
        #expect(error?.code == .tokenTooLarge)
        let claims = JWTClaims(["a": .string(String(repeating: "x", count: 13_000))])
        #expect(throws: HS256Error.self) { try JWTSigner(key: key).sign(claims) }
        let small = JWTSigner(key: key, limits: TokenLimits(maximumByteCount: 100))
        #expect(throws: HS256Error(.tokenTooLarge(byteCount: 123, limit: 100))) {
            try small.sign(JWTClaims(["sub": "a name of some length"]))
        }
    }

    @Test(arguments: [1, 2, 31, 32, 33, 128]) func deepestClaims(_ limit: Int) throws {
        /// Claims of so many levels, the object of the claims included, of arrays and objects in turn.
        func claims(_ levels: Int) -> JWTClaims {
            var value: JSONValue = 1
            for level in 1..<levels { value = level % 2 == 0 ? [value, 2] : ["a": value, "b": 2] }
            return JWTClaims(["x": value])
        }
        let limits = TokenLimits(maximumDepth: limit)
        let key = try Sample.key
        let signer = JWTSigner(key: key, limits: limits)
        let policy = ValidationPolicy(expiration: .mayBeAbsent, limits: limits)
        let verifier = try JWTVerifier(key: key, policy: policy)
        let token = try signer.sign(claims(limit))
        #expect(try verifier.verify(token, at: Sample.now).claims == claims(limit))
        #expect(try UnverifiedJWT(unverified: token, limits: limits).claims == claims(limit).members)
        #expect(throws: HS256Error(.claimsTooDeep(limit: limit))) { try signer.sign(claims(limit + 1)) }
        // Depth far beyond the limit is left out, and takes no more of the stack.
        #expect(throws: HS256Error(.claimsTooDeep(limit: limit))) { try signer.sign(claims(2_000)) }
        // Side by side there may be any number.
        if limit > 2 {
            let wide = JWTClaims(["x": .array(Array(repeating: ["a": 1], count: 200)), "y": [[], [], [:]]])
            #expect(try verifier.verify(signer.sign(wide), at: Sample.now).claims == wide)
        }
        guard limit < 128 else { return }
        let deeper = JWTSigner(key: key, limits: TokenLimits(maximumDepth: 128))
        #expect(throws: HS256Error(.payloadNotJSON(.tooDeep(limit: limit)))) {
            try verifier.verify(deeper.sign(claims(limit + 1)), at: Sample.now)
        }
    }

    /// A payload of any bytes, from memory in one piece and from a sequence.
    @Test func payloads() throws {
        let signer = JWTSigner(key: try Sample.key)
        var generator = SeededGenerator(seed: 7515)
        for count in 0..<200 {
            let payload = generator.bytes(count)
            let token = try signer.sign(payload: payload)
            #expect(
                token
                    == HandmadeToken.signed(
                        header: Array(HandmadeToken.header.utf8), payload: payload, key: try Sample.key))
            #expect(try signer.sign(payload: AnySequence(payload)) == token)
            #expect(try JWTVerifier(key: Sample.key).verifySignatureOnly(token) == payload)
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
