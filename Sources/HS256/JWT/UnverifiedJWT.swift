/// What a token says, whoever wrote it. For looking at tokens, never for deciding anything by them.
///
/// ```swift
/// let token = try UnverifiedJWT(unverified: text)
/// print(token.header, token.claims)
/// ```
public struct UnverifiedJWT: Sendable {
    /// The header as it stands, with every parameter.
    public let header: JSONObject
    /// The claims as they stand, of whatever types.
    public let claims: JSONObject
    /// How many bytes the signature has; HS256 gives 32.
    public let signatureByteCount: Int

    /// Reads a token without checking its signature or anything that it claims.
    ///
    /// - Parameters:
    ///   - token: the token in the compact serialization.
    ///   - maximumByteCount: the most bytes that it may have.
    /// - Throws: ``JWTError`` where the text has not the form of a token with two JSON objects.
    public init(
        unverified token: String, maximumByteCount: Int = ValidationPolicy.defaultMaximumByteCount
    ) throws(JWTError) {
        let parts = unsafe try withUTF8(of: token) { (text) throws(JWTError) -> (JSONObject, JSONObject, Int) in
            guard text.count <= maximumByteCount else {
                throw .tokenTooLarge(byteCount: text.count, limit: maximumByteCount)
            }
            let token = unsafe try CompactToken(text)
            return (
                try Self.object(.header, of: token, orElse: JWTError.headerNotJSON),
                try Self.object(.payload, of: token, orElse: JWTError.payloadNotJSON),
                try token.decoded(.signature).count
            )
        }
        (header, claims, signatureByteCount) = parts
    }

    private static func object(
        _ segment: TokenSegment, of token: CompactToken, orElse refusal: (JSONError) -> JWTError
    ) throws(JWTError) -> JSONObject {
        let text = try token.decoded(segment)
        do throws(JSONError) {
            guard case .object(let object) = try JSONValue(parsing: text) else { throw .notAnObject }
            return object
        } catch {
            throw refusal(error)
        }
    }
}
