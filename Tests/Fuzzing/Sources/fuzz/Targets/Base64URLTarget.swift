import HS256
import PlainVerifier

/// Base64url both ways, against Foundation's base64.
enum Base64URLTarget: FuzzTarget {
    static let name = "base64url"

    static func run(_ input: [UInt8]) {
        let encoded = Base64URL.encode(input)
        require(Array(encoded.utf8) == PlainBase64URL.encode(input), "both encoders write the same")
        require((try? Base64URL.decode(encoded)) == input, "what is encoded decodes to itself")

        let text = String(decoding: input, as: UTF8.self)
        let decoded = try? Base64URL.decode(text)
        require(
            decoded == PlainBase64URL.decode(Array(text.utf8)),
            "both decoders give the same for \(text.debugDescription)")
        if let decoded {
            require(Base64URL.encode(decoded) == text, "an accepted text is what an encoder writes")
        }
    }
}
