import Benchmark
import HS256
import Workload

/// A claim set that grows by attributes, as W5's does.
private struct Account: ClaimSet {
    let id: String
    let expiration: NumericDate
    let attributes: JSONObject

    init(id: String, attributes: JSONObject) {
        self.id = id
        expiration = Workload.farDate
        self.attributes = attributes
    }

    init(from claims: borrowing ClaimReader) throws(HS256Error) {
        id = try claims.string("sub")
        expiration = try claims.numericDate("exp")
        attributes = try claims.object("customAttributes")
    }

    func write(to claims: inout ClaimWriter) {
        claims.write("sub", id)
        claims.write("exp", expiration)
        claims.write("customAttributes", attributes)
    }

    /// One whose payload has `byteCount` bytes.
    static func withPayload(_ byteCount: Int, id: String) throws -> Account {
        let frame = #"{"sub":"10000000","exp":4102444800,"customAttributes":{}}"#.utf8.count
        return Account(id: id, attributes: try JSONObject(Attributes.filling(byteCount - frame)))
    }
}

/// Limits under which the largest of these tokens can be signed and verified.
private let ampleLimits = TokenLimits(maximumByteCount: 131_072)

/// What a token costs as its payload grows, beside the MAC of as many bytes.
func payloadSizeBenchmarks() {
    for byteCount in [100, 256, 1_024, 4_096, 16_384, 32_768, 65_536] {
        signing(byteCount)
        verifying(byteCount)
        anchorBenchmark("MAC of payload \(byteCount) B | OpenSSL", signingInput(byteCount))
    }
}

/// Encoded header, dot, encoded payload.
private func signingInput(_ byteCount: Int) -> Int {
    36 + 1 + (byteCount * 4 + 2) / 3
}

private func signing(_ byteCount: Int) {
    var counter = Counter()
    Benchmark("Sign payload \(byteCount) B | HS256") { benchmark, state in
        try benchmark.time(counter.next(benchmark.scaledIterations.count)) { id in
            blackHole(try state.signer.sign(Account(id: id, attributes: state.attributes)))
        }
    } setup: {
        try signerAndAttributes(byteCount)
    }
}

private func signerAndAttributes(_ byteCount: Int) throws -> (signer: JWTSigner, attributes: JSONObject) {
    let signer = JWTSigner(key: try HS256Key(utf8: Workload.secret), limits: ampleLimits)
    let account = try Account.withPayload(byteCount, id: "10000000")
    SigningInput.check(try signer.sign(account), is: signingInput(byteCount))
    return (signer, account.attributes)
}

private func verifying(_ byteCount: Int) {
    var rotation = Rotation()
    Benchmark("Verify payload \(byteCount) B | HS256") { benchmark, state in
        let verifier = state.verifier
        try benchmark.time(rotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
            blackHole(try verifier.verify(token, as: Account.self))
        }
    } setup: {
        try verifierAndTokens(byteCount)
    }
}

private func verifierAndTokens(_ byteCount: Int) throws -> (verifier: JWTVerifier, tokens: [String]) {
    let key = try HS256Key(utf8: Workload.secret)
    let signer = JWTSigner(key: key, limits: ampleLimits)
    var counter = Counter()
    let tokens = try counter.next(16).map { try signer.sign(Account.withPayload(byteCount, id: $0)) }
    return (try JWTVerifier(key: key, policy: ValidationPolicy(limits: ampleLimits)), tokens)
}
