public import Foundation
public import HS256

extension HS256Key {
    /// A key from the bytes of a `Data`.
    ///
    /// - Throws: `JWTError.keyTooShort` under 32 bytes (RFC 7518 3.2), `JWTError.keyIsPublic`.
    public init(data secret: Data) throws(JWTError) {
        try self.init(bytes: secret)
    }
}

extension Data {
    /// The 32 bytes of a SHA-256 digest.
    public init(_ digest: SHA256.Digest) {
        self.init(Array(digest))
    }
}
