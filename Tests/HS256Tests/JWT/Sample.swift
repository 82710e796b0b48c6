import HS256
import TestSupport

/// A key, a time and a token that most tests can do with.
enum Sample {
    static let secret = "a secret of the tests, and of nothing else"
    /// A moment in 2023.
    static let now: NumericDate = 1_700_000_000
    static let payload = #"{"sub":"alice","exp":1700000900}"#

    static var key: HS256Key {
        get throws { try HS256Key(utf8: secret) }
    }

    static var otherKey: HS256Key {
        get throws { try HS256Key(utf8: "another secret of the tests, of no use at all") }
    }

    /// A rightly signed token.
    static func token(header: String = HandmadeToken.header, _ payload: String = Sample.payload) throws -> String {
        HandmadeToken.signed(header: header, payload: payload, key: try key)
    }

    /// What a verifier of this policy says to a rightly signed token at ``now``: nil where it is accepted.
    static func refusal(
        header: String = HandmadeToken.header, _ payload: String, policy: ValidationPolicy = ValidationPolicy()
    ) throws -> HS256Error? {
        try refusal(of: token(header: header, payload), policy: policy)
    }

    /// The same for any token. That a diagnosis says the same is checked on the way.
    static func refusal(of token: String, policy: ValidationPolicy = ValidationPolicy()) throws -> HS256Error? {
        try JWTVerifier(key: key, policy: policy).refusal(of: token, at: now)
    }
}

extension JWTVerifier {
    /// Why a token is refused, or nil where it is accepted.
    func refusal(of token: String, at now: NumericDate) -> HS256Error? {
        do throws(HS256Error) {
            let _: VerifiedJWT = try verify(token, at: now)
            return nil
        } catch {
            return error
        }
    }
}
