public import HS256
import HS256Primitives

/// Tokens put together by hand, so that a test can say what no signer would.
public enum HandmadeToken {
    /// The header that a signer writes unless told otherwise.
    public static let header = #"{"alg":"HS256","typ":"JWT"}"#

    /// A rightly signed token with these very texts as header and payload.
    public static func signed(
        header: String = HandmadeToken.header, payload: String, key: HS256Key
    ) -> String {
        signed(header: Array(header.utf8), payload: Array(payload.utf8), key: key)
    }

    /// A rightly signed token with these very bytes as header and payload.
    public static func signed(header: [UInt8], payload: [UInt8], key: HS256Key) -> String {
        signing(Base64URL.encode(header) + "." + Base64URL.encode(payload), key: key)
    }

    /// Any text with a dot and its authentication code behind it.
    public static func signing(_ input: String, key: HS256Key) -> String {
        input + "." + Base64URL.encode(HMACSHA256.authenticationCode(for: input.utf8, using: key.hmacKey).bytes)
    }
}
