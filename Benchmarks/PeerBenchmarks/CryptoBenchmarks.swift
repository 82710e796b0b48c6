import Benchmark
import Crypto
import Workload

/// W1, W2 and W5.
private struct Visitor: Codable, Expiring {
    var external_id: String
    var email = Workload.email
    var email_verified = true
    var exp = Workload.pastExpiration
    var name = Workload.name
    var scope = "user"
    var customAttributes: [String: String]?
}

/// W3.
private struct Subject: Codable {
    var sub: String
    var email = Workload.shortEmail
    var name = Workload.name
    var exp = Workload.farExpiration
}

private let firstID = "10000000"

/// The signer of W1, W2 and W5.
private func makeVisitorJWT() -> CryptoJWT {
    CryptoJWT(secret: Workload.secret, header: #"{"alg":"HS256","typ":"JWT","kid":"\#(Workload.keyID)"}"#)
}

/// The signer, once it is seen that its tokens have the size that the workload says.
private func checked(_ jwt: CryptoJWT, _ claims: some Encodable, _ byteCount: Int) throws -> CryptoJWT {
    SigningInput.check(try jwt.sign(claims), is: byteCount)
    return jwt
}

/// What a program with swift-crypto alone, which is BoringSSL's assembly on Linux, does by hand.
func cryptoBenchmarks() {
    var counter = Counter()
    var rotation = Rotation()
    let attributes = Dictionary(uniqueKeysWithValues: Workload.attributes.map { ($0.name, $0.value) })

    Benchmark("W1 sign | swift-crypto") { benchmark, jwt in
        let ids = counter.next(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for id in ids { blackHole(try jwt.sign(Visitor(external_id: id))) }
        benchmark.stopMeasurement()
    } setup: {
        try checked(makeVisitorJWT(), Visitor(external_id: firstID), SigningInput.w1)
    }

    Benchmark("W2 verify | swift-crypto") { benchmark, state in
        let tokens = rotation.next(benchmark.scaledIterations.count, of: state.tokens)
        let jwt = state.jwt
        benchmark.startMeasurement()
        for token in tokens {
            blackHole(try jwt.verify(token, as: Visitor.self))
        }
        benchmark.stopMeasurement()
    } setup: {
        (jwt: makeVisitorJWT(), tokens: try Workload.tokens())
    }

    Benchmark("W3 sign | swift-crypto") { benchmark, jwt in
        let ids = counter.next(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for id in ids { blackHole(try jwt.sign(Subject(sub: id))) }
        benchmark.stopMeasurement()
    } setup: {
        try checked(
            CryptoJWT(secret: Workload.secret, header: #"{"typ":"JWT","alg":"HS256"}"#), Subject(sub: firstID),
            SigningInput.w3)
    }

    Benchmark("W5 sign | swift-crypto") { benchmark, jwt in
        let ids = counter.next(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for id in ids { blackHole(try jwt.sign(Visitor(external_id: id, customAttributes: attributes))) }
        benchmark.stopMeasurement()
    } setup: {
        try checked(
            makeVisitorJWT(), Visitor(external_id: firstID, customAttributes: attributes), SigningInput.w5)
    }

    Benchmark("SHA-256 64 KiB | swift-crypto") { benchmark, message in
        for _ in benchmark.scaledIterations { blackHole(SHA256.hash(data: message)) }
    } setup: {
        Workload.bytes(Workload.hashedByteCount)
    }
}
