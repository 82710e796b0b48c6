/// The header of a token. Its algorithm is always HS256.
///
/// Source: RFC 7515 4, RFC 7519 5.
public struct JOSEHeader: Sendable, Equatable {
    /// The one algorithm of this library (RFC 7518 3.1).
    public static let algorithm = "HS256"

    /// `typ`: what the whole token is, nearly always `JWT` (RFC 7519 5.1).
    public var type: String?
    /// `cty`: what the payload is, only for nested tokens (RFC 7519 5.2).
    public var contentType: String?
    /// `kid`: which of the signer's keys it is signed with (RFC 7515 4.1.4).
    public var keyID: String?
    /// Parameters of the caller's own. Parameters that carry keys or change how a token is read are not possible here.
    public private(set) var additional: JSONObject

    /// A header.
    ///
    /// - Parameters:
    ///   - keyID: `kid`, the id of the key if the receiver knows several.
    ///   - type: `typ`.
    public init(keyID: String? = nil, type: String? = "JWT") {
        self.keyID = keyID
        self.type = type
        additional = [:]
    }

    /// A header with parameters of the caller's own.
    ///
    /// - Parameters:
    ///   - keyID: `kid`.
    ///   - type: `typ`.
    ///   - contentType: `cty`.
    ///   - additional: further parameters.
    /// - Throws: ``JWTError/claimReserved(_:)`` for a name that RFC 7515 4.1 or RFC 7797 3 gives a meaning: `alg`, `typ`,
    ///   `cty`, `kid`, `crit`, `b64`, `jku`, `jwk`, `x5u`, `x5c`, `x5t`, `x5t#S256`.
    public init(
        keyID: String? = nil, type: String? = "JWT", contentType: String? = nil, additional: JSONObject
    ) throws(JWTError) {
        self.init(keyID: keyID, type: type)
        self.contentType = contentType
        for member in additional.members where Self.reservedNames.contains(where: member.name.hasSameBytes) {
            throw .claimReserved(member.name)
        }
        self.additional = additional
    }

    private static var reservedNames: [String] {
        ["alg", "typ", "cty", "kid", "crit", "b64", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"]
    }

    /// Reads the header of a token that has been verified, other parameters and all.
    init(from reader: borrowing ClaimReader) throws(JWTError) {
        type = try reader.stringIfPresent("typ")
        contentType = try reader.stringIfPresent("cty")
        keyID = try reader.stringIfPresent("kid")
        let known = ["alg", "typ", "cty", "kid"]
        additional = JSONObject(
            scanned: reader.allMembers.members.filter { member in !known.contains(where: member.name.hasSameBytes) })
    }

    /// Writes `alg`, `typ`, `cty`, `kid`, then the caller's own.
    func write(to header: inout ClaimWriter) {
        header.write("alg", Self.algorithm)
        header.write("typ", type)
        header.write("cty", contentType)
        header.write("kid", keyID)
        header.write(membersOf: additional)
    }

    /// The header as a token begins with it: encoded, with the dot behind it.
    var encodedPrefix: [UInt8] {
        let text: String? = unsafe try? ClaimWriter.withText { (writer: inout ClaimWriter) throws(JWTError) in
            write(to: &writer)
        } use: { (json: UnsafeBufferPointer<UInt8>) throws(JWTError) -> String in
            unsafe Base64URL.encode(json)
        }
        guard let text else { preconditionFailure("a header can always be written") }
        return Array(text.utf8) + [0x2E]
    }
}
