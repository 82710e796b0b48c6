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
    ///   - limits: How large and how deep it may be.
    /// - Throws: ``HS256Error`` where the text has not the form of a token with two JSON objects.
    public init(
        unverified token: String, limits: TokenLimits = TokenLimits()
    ) throws(HS256Error) {
        let parts = unsafe try withUTF8(of: token) { (text) throws(HS256Error) -> (JSONObject, JSONObject, Int) in
            guard text.count <= limits.maximumByteCount else {
                throw HS256Error(.tokenTooLarge(byteCount: text.count, limit: limits.maximumByteCount))
            }
            let token = unsafe try CompactToken(text)
            return (
                try Self.object(.header, of: token, limits) { HS256Error(.headerNotJSON($0)) },
                try Self.object(.payload, of: token, limits) { HS256Error(.payloadNotJSON($0)) },
                try token.decoded(.signature).count
            )
        }
        (header, claims, signatureByteCount) = parts
    }

    private static func object(
        _ segment: TokenSegment, of token: CompactToken, _ limits: TokenLimits,
        orElse refusal: (JSONError) -> HS256Error
    ) throws(HS256Error) -> JSONObject {
        let text = try token.decoded(segment)
        do throws(JSONError) {
            guard case .object(let object) = try JSONValue(parsing: text, maximumDepth: limits.maximumDepth) else {
                throw .notAnObject
            }
            return object
        } catch {
            throw refusal(error)
        }
    }
}
