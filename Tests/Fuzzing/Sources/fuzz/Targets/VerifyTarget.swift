import HS256
import PlainVerifier

/// Text of a stranger's, as it comes, for every entry point that takes a token.
enum VerifyTarget: FuzzTarget {
    static let name = "verify"

    static func run(_ input: [UInt8]) {
        let token = String(decoding: input, as: UTF8.self)
        let verifier = Setting.chosen(by: 0).verifier
        let verified = try? verifier.verify(token, at: .ofSetting)
        let unverified = try? UnverifiedJWT(unverified: token)
        let payload = try? verifier.verifySignatureOnly(token)
        if let verified {
            require(unverified?.claims == verified.claims.members, "what is verified is what stands in the token")
            require(
                payload.flatMap { try? JSONValue(parsing: $0) } == .object(verified.claims.members), "twice the same")
        }
        if payload != nil {
            let dot = token.utf8.lastIndex(of: UInt8(ascii: ".")) ?? token.endIndex
            let code = PlainHMAC.code(for: Array(token.utf8[..<dot]), key: Setting.secret)
            require(Array(token.utf8[dot...].dropFirst()) == PlainBase64URL.encode(code), "the signature is right")
        }
    }
}
