import HS256
import ZendeskMessagingJWT

/// Something that is done with a stranger's token, and what it may cost.
struct Operation {
    let name: String
    /// The most bytes that may be allocated for each byte of the token.
    let bytesPerByte: Int
    /// The most bytes that may be allocated whatever the size of the token: for findings, above all.
    let bytesForAny: Int
    /// The most bytes that are looked at; a longer token must cost no more than one of this length.
    let cap: Int
    /// How often a token beyond the cap may be copied all the same.
    var copiesBeyondCap = 0
    let run: (String) -> Void

    /// The most bytes that may be allocated for a token of some size.
    func limit(forByteCount count: Int) -> Int {
        bytesForAny + bytesPerByte * min(count, cap) + (count > cap ? copiesBeyondCap * count : 0)
    }

    static func all(_ key: HS256Key) throws -> [Operation] {
        let now: NumericDate = 1_700_000_000
        let cap = TokenLimits().maximumByteCount
        let diagnosedCap = 65_536
        let verifier = try JWTVerifier(key: key, policy: ValidationPolicy(audience: "c"))
        let raisedCap = 4 << 20
        let patient = try JWTVerifier(
            key: key, policy: ValidationPolicy(audience: "c", limits: TokenLimits(maximumByteCount: raisedCap)))
        let zendesk = try ZendeskMessaging(keyID: "a", key: key)
        return [
            Operation(name: "verify", bytesPerByte: 40, bytesForAny: 4_096, cap: cap) { token in
                guard (try? verifier.verify(token, at: now)) == nil else { fatalError("the token is to be refused") }
            },
            Operation(name: "verify, 4 MiB allowed", bytesPerByte: 40, bytesForAny: 4_096, cap: raisedCap) { token in
                _ = try? patient.verify(token, at: now)
            },
            // A diagnosis reads texts of up to 64 KiB. It makes values of the texts that it repairs, as a look at an
            // unverified token does.
            Operation(
                name: "diagnose", bytesPerByte: 72, bytesForAny: 20_000, cap: diagnosedCap,
                copiesBeyondCap: 0
            ) { token in _ = verifier.diagnose(token, at: now) },
            // Some two hundred readings of the secret are tried on any token.
            Operation(
                name: "diagnose with a secret", bytesPerByte: 72, bytesForAny: 80_000, cap: diagnosedCap,
                copiesBeyondCap: 0
            ) { token in
                _ = verifier.diagnose(token, secretText: "\"another secret that nobody has\"", at: now)
            },
            Operation(name: "verify for Zendesk", bytesPerByte: 40, bytesForAny: 20_000, cap: cap) { token in
                _ = try? zendesk.verify(token, at: now)
            },
            Operation(
                name: "diagnose for Zendesk", bytesPerByte: 72, bytesForAny: 20_000, cap: diagnosedCap,
                copiesBeyondCap: 0
            ) { token in _ = zendesk.diagnose(token, at: now) },
            Operation(name: "look at, unverified", bytesPerByte: 72, bytesForAny: 4_096, cap: cap) { token in
                _ = try? UnverifiedJWT(unverified: token)
            },
        ]
    }
}
