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
        (header, claims, signatureByteCount) = try Scratch.lend {
            (scratch) throws(HS256Error) -> (JSONObject, JSONObject, Int) in
            defer { withExtendedLifetime(token) {} }
            let text = unsafe scratch.utf8(of: token)
            guard text.count <= limits.maximumByteCount else {
                throw HS256Error(.tokenTooLarge(byteCount: text.count, limit: limits.maximumByteCount))
            }
            let token = unsafe try CompactToken(text)
            return (
                try Self.object(.header, of: token, limits, &scratch) { HS256Error(.headerNotJSON($0)) },
                try Self.object(.payload, of: token, limits, &scratch) { HS256Error(.payloadNotJSON($0)) },
                unsafe try Self.decode(.signature, of: token, &scratch).count
            )
        }
    }

    private static func decode(
        _ segment: TokenSegment, of token: CompactToken, _ scratch: inout Scratch
    ) throws(HS256Error) -> UnsafeBufferPointer<UInt8> {
        guard let bytes = unsafe token.decode(segment, in: &scratch) else { throw token.refusal(of: segment) }
        return unsafe bytes
    }

    private static func object(
        _ segment: TokenSegment, of token: CompactToken, _ limits: TokenLimits, _ scratch: inout Scratch,
        orElse refusal: (JSONError) -> HS256Error
    ) throws(HS256Error) -> JSONObject {
        let text = unsafe try decode(segment, of: token, &scratch)
        do throws(JSONError) {
            return unsafe try ClaimReader(text, .registered, maximumDepth: limits.maximumDepth, in: &scratch).allMembers
        } catch {
            throw refusal(error)
        }
    }
}
