import Benchmark
import Foundation
import JWTKit
import Workload

/// W1, W2 and W5 as jwt-kit's users write them.
private struct Visitor: JWTPayload {
    let externalID: String
    let email: String
    let isEmailVerified: Bool
    let expiration: ExpirationClaim
    let name: String
    let scope: String
    let customAttributes: [String: String]?

    enum CodingKeys: String, CodingKey {
        case externalID = "external_id"
        case email
        case isEmailVerified = "email_verified"
        case expiration = "exp"
        case name
        case scope
        case customAttributes
    }

    init(externalID: String, attributes: [String: String]? = nil) {
        self.externalID = externalID
        email = Workload.email
        isEmailVerified = true
        expiration = ExpirationClaim(value: Date(timeIntervalSince1970: Double(Workload.pastExpiration)))
        name = Workload.name
        scope = "user"
        customAttributes = attributes
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

private let keyID = JWKIdentifier(string: Workload.keyID)
private let firstID = "10000000"

private func keys(keyID: JWKIdentifier?) async -> JWTKeyCollection {
    let keys = JWTKeyCollection()
    await keys.add(hmac: HMACKey(stringLiteral: Workload.secret), digestAlgorithm: .sha256, kid: keyID)
    return keys
}

/// The keys, once it is seen that a token of theirs has the size that the workload says.
private func checkedKeys(
    keyID: JWKIdentifier?, _ claims: some JWTPayload, _ byteCount: Int
) async throws -> JWTKeyCollection {
    let keys = await keys(keyID: keyID)
    SigningInput.check(try await keys.sign(claims, kid: keyID), is: byteCount)
    return keys
}

func jwtKitBenchmarks() {
    var counter = Counter()
    var rotation = Rotation()
    let attributes = Dictionary(uniqueKeysWithValues: Workload.attributes.map { ($0.name, $0.value) })

    Benchmark("W1 sign | jwt-kit") { benchmark, keys in
        let ids = counter.next(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for id in ids { blackHole(try await keys.sign(Visitor(externalID: id), kid: keyID)) }
        benchmark.stopMeasurement()
    } setup: {
        try await checkedKeys(keyID: keyID, Visitor(externalID: firstID), SigningInput.w1)
    }

    Benchmark("W2 verify | jwt-kit") { benchmark, state in
        let tokens = rotation.next(benchmark.scaledIterations.count, of: state.tokens)
        let keys = state.keys
        benchmark.startMeasurement()
        for token in tokens {
            blackHole(try await keys.verify(token, as: Visitor.self))
        }
        benchmark.stopMeasurement()
    } setup: {
        (keys: await keys(keyID: keyID), tokens: try Workload.tokens())
    }

    Benchmark("W3 sign | jwt-kit") { benchmark, keys in
        let ids = counter.next(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for id in ids { blackHole(try await keys.sign(Subject(id: id))) }
        benchmark.stopMeasurement()
    } setup: {
        try await checkedKeys(keyID: nil, Subject(id: firstID), SigningInput.w3)
    }

    Benchmark("W5 sign | jwt-kit") { benchmark, keys in
        let ids = counter.next(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for id in ids {
            blackHole(try await keys.sign(Visitor(externalID: id, attributes: attributes), kid: keyID))
        }
        benchmark.stopMeasurement()
    } setup: {
        try await checkedKeys(keyID: keyID, Visitor(externalID: firstID, attributes: attributes), SigningInput.w5)
    }
}
