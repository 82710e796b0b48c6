import Benchmark
import Foundation
import JWTKit
import Workload

/// W1 and W2 as jwt-kit's users write them.
private struct Visitor: JWTPayload {
    let externalID: String
    let email: String
    let isEmailVerified: Bool
    let expiration: ExpirationClaim
    let name: String
    let scope: String

    enum CodingKeys: String, CodingKey {
        case externalID = "external_id"
        case email
        case isEmailVerified = "email_verified"
        case expiration = "exp"
        case name
        case scope
    }

    init(externalID: String, expiration: Int64) {
        self.externalID = externalID
        email = Workload.email
        isEmailVerified = true
        self.expiration = ExpirationClaim(value: Date(timeIntervalSince1970: Double(expiration)))
        name = Workload.name
        scope = "user"
    }

    func verify(using algorithm: some JWTAlgorithm) throws {
        try expiration.verifyNotExpired()
    }
}

/// W3.
private struct Subject: JWTPayload {
    let sub: SubjectClaim
    let email = Workload.shortEmail
    let name = Workload.name
    let exp: ExpirationClaim

    enum CodingKeys: String, CodingKey {
        case sub, email, name, exp
    }

    init(id: String) {
        sub = SubjectClaim(value: id)
        exp = ExpirationClaim(value: Date(timeIntervalSince1970: Double(Workload.farExpiration)))
    }

    func verify(using algorithm: some JWTAlgorithm) throws {}
}

private func keys(keyID: JWKIdentifier?) async -> JWTKeyCollection {
    let keys = JWTKeyCollection()
    await keys.add(hmac: HMACKey(stringLiteral: Workload.secret), digestAlgorithm: .sha256, kid: keyID)
    return keys
}

func jwtKitBenchmarks() {
    var counter = Counter()
    var index = TokenIndex()
    let keyID = JWKIdentifier(string: Workload.keyID)

    Benchmark("W1 sign | jwt-kit") { benchmark, keys in
        for _ in benchmark.scaledIterations {
            let claims = Visitor(externalID: counter.next(), expiration: Workload.pastExpiration)
            blackHole(try await keys.sign(claims, kid: keyID))
        }
    } setup: {
        await keys(keyID: keyID)
    }

    Benchmark("W2 verify | jwt-kit") { benchmark, state in
        for _ in benchmark.scaledIterations {
            blackHole(try await state.keys.verify(state.tokens[index.next()], as: Visitor.self))
        }
    } setup: {
        (keys: await keys(keyID: keyID), tokens: try Workload.tokens())
    }

    Benchmark("W3 sign | jwt-kit") { benchmark, keys in
        for _ in benchmark.scaledIterations {
            blackHole(try await keys.sign(Subject(id: counter.next())))
        }
    } setup: {
        await keys(keyID: nil)
    }
}
