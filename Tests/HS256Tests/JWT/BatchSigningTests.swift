import HS256
import Testing

/// Tokens that are signed together are those that are signed one by one.
struct BatchSigningTests {
    private let signers: [JWTSigner]

    init() throws {
        let key = try Sample.key
        signers = [
            JWTSigner(key: key), JWTSigner(key: key, header: JOSEHeader(keyID: String(repeating: "k", count: 200))),
        ]
    }

    private func check(_ lengths: [Int]) throws {
        let claims = lengths.enumerated().map { index, length in
            JWTClaims(["n": .number(JSONNumber(index)), "p": .string(String(repeating: "x", count: length))])
        }
        for signer in signers {
            let together = try signer.sign(contentsOf: claims)
            #expect(together == (try claims.map { claims throws(HS256Error) in try signer.sign(claims) }), "\(lengths)")
        }
    }

    @Test(arguments: 0...9) func anyNumber(_ count: Int) throws {
        try check((0..<count).map { $0 * 11 })
    }

    /// Two tokens whose last blocks lie differently, in either order.
    @Test func pairsOfAnyLengths() throws {
        for length in 0...130 { try check([length, 3 * length % 131]) }
        for length in [0, 55, 56, 63, 64, 1_000, 5_000] {
            try check([length, 0])
            try check([0, length])
        }
    }
}
