import HS256
import PlainVerifier

/// The same keys and policy for both verifiers, so that each can be asked about the same token.
struct Setting: Sendable {
    /// The time of all vectors.
    static let now = 1_700_000_000
    /// The key of the vectors in Tests/Vectors/attacks-dev.json.
    static let secret: [UInt8] = bytes("7738c162290ac437eec9bae41e3a01994e7e219142152f45d01f5d9a7bbb29c9")
    /// A second key.
    static let otherSecret = Array("0123456789abcdef0123456789abcdef".utf8)

    let verifier: JWTVerifier
    let plain: PlainVerifier

    /// One of several settings, chosen by a byte of the input.
    static func chosen(by byte: UInt8) -> Setting { all[Int(byte) % all.count] }

    private static let all: [Setting] = [
        Setting(),
        Setting { ours, plain in
            ours.issuer = "https://id.example"
            plain.issuer = "https://id.example"
            ours.audience = "api"
            plain.audience = .anyOf(["api"])
            ours.leeway = .seconds(30)
            plain.leeway = 30
        },
        Setting(keys: [("k1", otherSecret), ("k2", secret)]) { ours, plain in
            ours.expiration = .mayBeAbsent
            plain.needsExpiration = false
            ours.maximumAge = .seconds(600)
            plain.maximumAge = 600
            ours.audience = .anyOf(["api", "caf\u{e9}"])
            plain.audience = .anyOf(["api", "caf\u{e9}"])
        },
        Setting(keys: [("k1", otherSecret), (nil, secret), ("k2", secret)]) { ours, plain in
            ours.subject = "12345678"
            plain.subject = "12345678"
            ours.requiredClaims = ["role", ""]
            plain.required = ["role", ""]
            ours.limits = TokenLimits(maximumByteCount: 400)
            plain.maximumByteCount = 400
        },
    ]

    private init(
        keys: [(id: String?, secret: [UInt8])] = [(nil, secret)],
        _ change: (inout ValidationPolicy, inout PlainVerifier) -> Void = { _, _ in }
    ) {
        var policy = ValidationPolicy()
        var plain = PlainVerifier(keys: keys.map { .init(id: $0.id, secret: $0.secret) })
        change(&policy, &plain)
        do {
            let ring = try KeyRing(keys.map { .init(id: $0.id, key: try HS256Key(bytes: $0.secret)) })
            verifier = try JWTVerifier(keys: ring, policy: policy)
        } catch {
            fatalError("a setting that cannot be: \(error)")
        }
        self.plain = plain
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.count, by: 2).compactMap { start in
            UInt8(hexadecimal.dropFirst(start).prefix(2), radix: 16)
        }
    }
}

extension NumericDate {
    /// ``Setting/now``.
    static var ofSetting: NumericDate { NumericDate(unixSeconds: Int64(Setting.now)) ?? .epoch }
}
