import Crypto
import Foundation

/// A JSON Web Token as a Swift server makes it that has swift-crypto and no JWT library: Codable claims, Foundation's
/// JSON and base64, the MAC of swift-crypto. Encoder, decoder, key and encoded header are made once.
struct CryptoJWT {
    enum Failure: Error {
        case malformed, wrongSignature, expired
    }

    private let key: SymmetricKey
    private let encodedHeader: String
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    init(secret: String, header: String) {
        key = SymmetricKey(data: Data(secret.utf8))
        encodedHeader = Self.encode(Data(header.utf8))
        encoder.outputFormatting = .withoutEscapingSlashes
    }

    func sign(_ claims: some Encodable) throws -> String {
        let input = encodedHeader + "." + Self.encode(try encoder.encode(claims))
        let code = HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: key)
        return input + "." + Self.encode(Data(code))
    }

    /// The claims of a token whose signature is good and whose header is the one that ``sign(_:)`` writes.
    func verify<Claims: Decodable & Expiring>(_ token: String, as type: Claims.Type) throws -> Claims {
        let segments = token.split(separator: ".", omittingEmptySubsequences: false)
        guard segments.count == 3, segments[0] == encodedHeader, let payload = Self.decode(segments[1]),
            let code = Self.decode(segments[2])
        else { throw Failure.malformed }
        let input = token.utf8.prefix(segments[0].utf8.count + 1 + segments[1].utf8.count)
        guard HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(input), using: key) else {
            throw Failure.wrongSignature
        }
        let claims = try decoder.decode(type, from: payload)
        guard Double(claims.exp) > Date().timeIntervalSince1970 else { throw Failure.expired }
        return claims
    }

    private static func encode(_ data: Data) -> String {
        let characters = data.base64EncodedData().lazy.filter { $0 != UInt8(ascii: "=") }.map { character in
            switch character {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: character
            }
        }
        return String(decoding: Array(characters), as: UTF8.self)
    }

    private static func decode(_ text: Substring) -> Data? {
        var base64 = Data(text.utf8)
        for index in base64.indices {
            switch base64[index] {
            case UInt8(ascii: "-"): base64[index] = UInt8(ascii: "+")
            case UInt8(ascii: "_"): base64[index] = UInt8(ascii: "/")
            default: break
            }
        }
        base64.append(contentsOf: repeatElement(UInt8(ascii: "="), count: (4 - base64.count % 4) % 4))
        return Data(base64Encoded: base64)
    }
}

/// Claims with a time after which they are worth nothing, in Unix seconds.
protocol Expiring {
    var exp: Int64 { get }
}
