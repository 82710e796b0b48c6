import Benchmark
import HS256
import Workload

/// W1 and W2 as a claim set of the program's own.
private struct Visitor: ClaimSet {
    let externalID: String
    let email: String
    let isEmailVerified: Bool
    let expiration: NumericDate
    let name: String
    let scope: String

    init(externalID: String, expiration: NumericDate) {
        self.externalID = externalID
        email = Workload.email
        isEmailVerified = true
        self.expiration = expiration
        name = Workload.name
        scope = "user"
    }

    init(from claims: borrowing ClaimReader) throws(JWTError) {
        externalID = try claims.string("external_id")
        email = try claims.string("email")
        isEmailVerified = try claims.bool("email_verified")
        expiration = try claims.numericDate("exp")
        name = try claims.string("name")
        scope = try claims.string("scope")
    }

    func write(to claims: inout ClaimWriter) {
        claims.write("external_id", externalID)
        claims.write("email", email)
        claims.write("email_verified", isEmailVerified)
        claims.write("exp", expiration)
        claims.write("name", name)
        claims.write("scope", scope)
    }
}

/// W3.
private struct Subject: WritableClaims {
    let id: String
    let expiration: NumericDate

    func write(to claims: inout ClaimWriter) {
        claims.write("sub", id)
        claims.write("email", Workload.shortEmail)
        claims.write("name", Workload.name)
        claims.write("exp", expiration)
    }
}

extension Workload {
    fileprivate static let pastDate = NumericDate(integerLiteral: pastExpiration)
    fileprivate static let farDate = NumericDate(integerLiteral: farExpiration)
}

func hs256Benchmarks() {
    var counter = Counter()
    var index = TokenIndex()

    Benchmark("W1 sign | HS256") { benchmark, signer in
        for _ in benchmark.scaledIterations {
            let claims = Visitor(externalID: counter.next(), expiration: Workload.pastDate)
            blackHole(try signer.sign(claims))
        }
    } setup: {
        JWTSigner(key: try HS256Key(utf8: Workload.secret), header: JOSEHeader(keyID: Workload.keyID))
    }

    Benchmark("W2 verify | HS256") { benchmark, state in
        for _ in benchmark.scaledIterations {
            blackHole(try state.verifier.verify(state.tokens[index.next()], as: Visitor.self))
        }
    } setup: {
        (verifier: try JWTVerifier(key: HS256Key(utf8: Workload.secret)), tokens: try Workload.tokens())
    }

    Benchmark("W3 sign | HS256") { benchmark, signer in
        for _ in benchmark.scaledIterations {
            blackHole(try signer.sign(Subject(id: counter.next(), expiration: Workload.farDate)))
        }
    } setup: {
        JWTSigner(key: try HS256Key(utf8: Workload.secret))
    }
}
