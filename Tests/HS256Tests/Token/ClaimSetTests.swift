import HS256
import Testing

/// A claim set as the documentation shows it.
struct ClaimSetTests {
    struct Session: ClaimSet, Equatable {
        var user: String
        var expiration: NumericDate

        init(user: String, expiration: NumericDate) {
            self.user = user
            self.expiration = expiration
        }

        func write(to claims: inout ClaimWriter) throws(HS256Error) {
            claims.write("sub", user)
            claims.write("exp", expiration)
        }

        init(from claims: borrowing ClaimReader) throws(HS256Error) {
            user = try claims.string("sub")
            expiration = try claims.numericDate("exp")
        }
    }

    @Test func roundTrip() throws {
        let session = Session(user: "alice", expiration: 1_700_000_900)
        let token = try JWTSigner(key: Sample.key).sign(session)
        #expect(token == (try Sample.token()))
        #expect(try JWTVerifier(key: Sample.key).verify(token, as: Session.self, at: Sample.now) == session)
    }

    @Test func whatTheTypeDemands() throws {
        let verifier = try JWTVerifier(key: Sample.key)
        let without = try Sample.token(#"{"exp":1700000900}"#)
        #expect(throws: HS256Error.claimMissing("sub")) {
            try verifier.verify(without, as: Session.self, at: Sample.now)
        }
        let expired = try Sample.token(#"{"exp":1699999999}"#)
        #expect(throws: HS256Error(.expired(at: 1_699_999_999, now: Sample.now))) {
            try verifier.verify(expired, as: Session.self, at: Sample.now)
        }
    }
}
