import Benchmark
import HS256
import Workload

/// What it costs to refuse a bad token, by the stage at which it is refused, beside a good one of the same size and, as
/// far as that can be, the same shape.
func rejectionBenchmarks() {
    for stage in RejectionStage.all() {
        var rotation = Rotation()
        Benchmark("\(stage.name) | refused") { benchmark, state in
            let verifier = state.verifier
            benchmark.time(rotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
                blackHole(refusal(of: token, by: verifier))
            }
        } setup: {
            try checkedForRefusal(stage)
        }
        Benchmark("\(stage.name) | accepted") { benchmark, state in
            let verifier = state.verifier
            try benchmark.time(rotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
                blackHole(try verifier.verify(token, as: Session.self))
            }
        } setup: {
            (verifier: try stage.verifier(acceptingLarge: true), tokens: try stage.good())
        }
    }
}

/// The bad tokens of a stage, once it is seen that they are refused for the right reason and as large as the good ones.
private func checkedForRefusal(_ stage: RejectionStage) throws -> (verifier: JWTVerifier, tokens: [String]) {
    let state = (verifier: try stage.verifier(), tokens: try stage.bad())
    let error = refusal(of: state.tokens[0], by: state.verifier)
    expect(error.code == stage.code, "\(stage.name): \(error)")
    let sizes = (state.tokens[0].utf8.count, try stage.good()[0].utf8.count)
    expect(abs(sizes.0 - sizes.1) <= 2, "\(stage.name): the sizes differ: \(sizes)")
    return state
}

private func refusal(of token: String, by verifier: JWTVerifier) -> HS256Error {
    do {
        _ = try verifier.verify(token, as: Session.self)
        fatalError("a bad token is accepted")
    } catch {
        return error
    }
}

/// The least that a program reads of a token, so that accepting one is as cheap as it can be.
private struct Session: ReadableClaims {
    let id: String
    let expiration: NumericDate
}

extension Session {
    init(from claims: borrowing ClaimReader) throws(HS256Error) {
        try self.init(id: claims.string("sub"), expiration: claims.numericDate("exp"))
    }
}
