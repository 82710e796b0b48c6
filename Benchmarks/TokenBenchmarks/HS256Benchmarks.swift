import Benchmark
import HS256
import Workload

/// The workloads with claim sets of the program's own.
func hs256Benchmarks() {
    var counter = Counter()

    Benchmark("W1 sign | HS256") { benchmark, signer in
        try benchmark.time(counter.next(benchmark.scaledIterations.count)) { id in
            blackHole(try signer.sign(Visitor(externalID: id, expiration: Workload.pastDate)))
        }
    } setup: {
        try checked(Workload.signer(), Visitor(externalID: firstID, expiration: Workload.pastDate), SigningInput.w1)
    }

    // What the language asks for the result of W1 alone: a text of 302 bytes, made and let go.
    Benchmark("W1 sign | String alone") { benchmark in
        for number in benchmark.scaledIterations {
            blackHole(
                String(unsafeUninitializedCapacity: 302) { text in
                    text.initialize(repeating: UInt8(ascii: "A") + UInt8(number % 26))
                    return 302
                })
        }
    }

    var rotation = Rotation()
    Benchmark("W2 verify | HS256") { benchmark, state in
        let verifier = state.verifier
        try benchmark.time(rotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
            blackHole(try verifier.verify(token, as: Visitor.self))
        }
    } setup: {
        (verifier: try Workload.verifier(), tokens: try Workload.tokens())
    }

    // What the exact time alone costs, which is asked for where a date is near.
    Benchmark("W2 verify | clock alone") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(NumericDate.now) }
    }

    // A verifier that takes any `kid` cannot know the header before it has read it.
    var anyRotation = Rotation()
    Benchmark("W2 verify | HS256 any kid") { benchmark, state in
        let verifier = state.verifier
        try benchmark.time(anyRotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
            blackHole(try verifier.verify(token, as: Visitor.self))
        }
    } setup: {
        (verifier: try JWTVerifier(key: HS256Key(utf8: Workload.secret)), tokens: try Workload.tokens())
    }

    Benchmark("W3 sign | HS256") { benchmark, signer in
        try benchmark.time(counter.next(benchmark.scaledIterations.count)) { id in
            blackHole(try signer.sign(Subject(id: id, expiration: Workload.farDate)))
        }
    } setup: {
        try checked(
            JWTSigner(key: HS256Key(utf8: Workload.secret)), Subject(id: firstID, expiration: Workload.farDate),
            SigningInput.w3)
    }

    Benchmark("W5 sign | HS256") { benchmark, state in
        try benchmark.time(counter.next(benchmark.scaledIterations.count)) { id in
            blackHole(try state.signer.sign(withAttributes(id, state.attributes)))
        }
    } setup: {
        try signerAndAttributes()
    }
}

private func withAttributes(_ id: String, _ attributes: JSONObject) -> VisitorWithAttributes {
    VisitorWithAttributes(
        visitor: Visitor(externalID: id, expiration: Workload.pastDate), attributes: attributes)
}

private func signerAndAttributes() throws -> (signer: JWTSigner, attributes: JSONObject) {
    let attributes = try JSONObject(Workload.attributes)
    let signer = try checked(Workload.signer(), withAttributes(firstID, attributes), SigningInput.w5)
    return (signer, attributes)
}

private let firstID = "10000000"

/// The signer, once it is seen that its tokens have the size that the workload says.
private func checked(_ signer: JWTSigner, _ claims: some WritableClaims, _ byteCount: Int) throws -> JWTSigner {
    SigningInput.check(try signer.sign(claims), is: byteCount)
    return signer
}
