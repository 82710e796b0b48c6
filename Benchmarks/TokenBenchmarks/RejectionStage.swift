import HS256
import HS256Primitives
import Workload

/// A way in which a token is bad, with bad tokens of that kind and good ones to compare with.
struct RejectionStage {
    let name: String
    /// The code of the refusal.
    let code: Finding.Code
    let bad: () throws -> [String]
    let good: () throws -> [String]

    /// The verifier of the stage. Where the stage is the limit on the size, a good token needs a higher one.
    func verifier(acceptingLarge: Bool = false) throws -> JWTVerifier {
        var policy = ValidationPolicy()
        if acceptingLarge { policy.limits = TokenLimits(maximumByteCount: 1 << 20) }
        return try JWTVerifier(key: HS256Key(utf8: Workload.secret), policy: policy)
    }
}

extension RejectionStage {
    private static let small = 256
    private static let large = TokenLimits().maximumByteCount

    static func all() -> [RejectionStage] {
        [
            RejectionStage(
                name: "Wrong alg, 256 B", code: .algorithmNotAllowed,
                bad: { try tokens(small, header: #"{"alg":"HS512","typ":"JWT"}"#) }, good: { try tokens(small) }),
            RejectionStage(
                name: "Wrong MAC, 256 B", code: .signatureMismatch,
                bad: { try tokens(small).map(withAnotherMAC) }, good: { try tokens(small) }),
            RejectionStage(
                name: "Expired, 256 B", code: .expired,
                bad: { try tokens(small, expiration: Workload.pastExpiration) }, good: { try tokens(small) }),
            RejectionStage(
                name: "Duplicate name, 256 B", code: .payloadNotJSON,
                bad: { try tokens(small, end: #""sub":0"#) }, good: { try tokens(small, end: #""sup":0"#) }),
            RejectionStage(
                name: "Too large, 64 KiB", code: .tokenTooLarge,
                bad: { try tokens(4 * large) }, good: { try tokens(4 * large) }),
            RejectionStage(
                name: "Garbage without dots, 16 KiB",
                code: .notThreeSegments,
                bad: { try tokens(large).map { garbage($0, keepingDots: false) } }, good: { try tokens(large) }),
            RejectionStage(
                name: "Garbage with dots, 16 KiB", code: .headerNotJSON,
                bad: { try tokens(large).map { garbage($0, keepingDots: true) } }, good: { try tokens(large) }),
            RejectionStage(
                name: "Wrong MAC, 16 KiB", code: .signatureMismatch,
                bad: { try tokens(large).map(withAnotherMAC) }, good: { try tokens(large) }),
            RejectionStage(
                name: "Deep JSON, 16 KiB", code: .payloadNotJSON,
                bad: {
                    try tokens(large) { count in
                        #""deep":"# + String(repeating: "[", count: (count - 7) / 2)
                            + String(repeating: "]", count: (count - 7) - (count - 7) / 2)
                    }
                }, good: { try tokens(large) }),
            RejectionStage(
                name: "Duplicate name, 16 KiB", code: .payloadNotJSON,
                bad: { try tokens(large, end: #""sub":0"#, filling: members) },
                good: { try tokens(large, end: #""sup":0"#, filling: members) }),
        ]
    }

    /// Tokens of at most `byteCount` bytes, and hardly fewer.
    private static func tokens(
        _ byteCount: Int, header: String = #"{"alg":"HS256","typ":"JWT"}"#,
        expiration: Int64 = Workload.farExpiration, end: String = #""end":0"#, filling: (Int) -> String = longText
    ) throws -> [String] {
        let key = HMACSHA256.Key(Workload.secret.utf8)
        var counter = Counter()
        return counter.next(16).map { id in
            let beginning = #"{"sub":"\#(id)","exp":\#(expiration),"#
            let encodedHeader = Base64URL.encode(header.utf8)
            let room = (byteCount - encodedHeader.utf8.count - 2 - 43) * 3 / 4
            let payload = beginning + filling(room - beginning.utf8.count - end.utf8.count - 2) + "," + end + "}"
            let input = encodedHeader + "." + Base64URL.encode(payload.utf8)
            return input + "." + Base64URL.encode(HMACSHA256.authenticationCode(for: input.utf8, using: key).bytes)
        }
    }

    /// One claim of `byteCount` bytes, name and all: the cheapest that a parser can be given.
    private static func longText(_ byteCount: Int) -> String {
        #""text":""# + String(repeating: "t", count: byteCount - 9) + "\""
    }

    /// Many claims, as a duplicate is hardest to find among many.
    private static func members(_ byteCount: Int) -> String {
        Attributes.filling(byteCount).map { #""\#($0.name)":"\#($0.value)""# }.joined(separator: ",")
    }

    /// The same header and payload; the first character of the MAC is another.
    private static func withAnotherMAC(_ token: String) -> String {
        var characters = Array(token.utf8)
        let first = characters.count - 43
        characters[first] = characters[first] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        return String(decoding: characters, as: UTF8.self)
    }

    /// Text of the same length that is base64url and otherwise says nothing.
    private static func garbage(_ token: String, keepingDots: Bool) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let characters = token.utf8.enumerated().map { index, character in
            keepingDots && character == UInt8(ascii: ".") ? character : alphabet[(index &* 37 &+ index / 64) % 64]
        }
        return String(decoding: characters, as: UTF8.self)
    }
}
