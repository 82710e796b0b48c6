/// The header of a token. Its algorithm is always HS256.
///
/// Source: RFC 7515 4, RFC 7519 5.
public struct JOSEHeader: Sendable {
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
    /// - Throws: ``Finding/Code/claimReserved`` for a name that RFC 7515 4.1 or RFC 7797 3 gives a meaning: `alg`, `typ`,
    ///   `cty`, `kid`, `crit`, `b64`, `jku`, `jwk`, `x5u`, `x5c`, `x5t`, `x5t#S256`. ``Finding/Code/claimsTooDeep`` where
    ///   a parameter is nested deeper than ``TokenLimits/maximumDepth`` of unchanged limits.
    public init(
        keyID: String? = nil, type: String? = "JWT", contentType: String? = nil, additional: JSONObject
    ) throws(HS256Error) {
        self.init(keyID: keyID, type: type)
        self.contentType = contentType
        for member in additional.members where Self.reservedNames.contains(where: member.name.hasSameBytes) {
            throw .claimReserved(member.name)
        }
        self.additional = additional
        _ = try json()
    }

    private static var reservedNames: [String] {
        ["alg", "typ", "cty", "kid", "crit", "b64", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"]
    }

    /// Reads the header of a token that has been verified, other parameters and all.
    init(from reader: borrowing ClaimReader) throws(HS256Error) {
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

    /// The header as a token begins with it: encoded, with the dot after it.
    var encodedPrefix: [UInt8] { Array(Base64URL.encode(knownJSON).utf8) + [0x2E] }

    private var knownJSON: [UInt8] {
        guard let json = try? json() else { preconditionFailure("what was checked when it was made can be written") }
        return json
    }

    private func json() throws(HS256Error) -> [UInt8] {
        unsafe try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) {
            (memory: UnsafeMutableBufferPointer<UInt8>) throws(HS256Error) -> [UInt8] in
            var writer = unsafe ClaimWriter(in: memory)
            write(to: &writer)
            return unsafe Array(try writer.finish(maximumDepth: TokenLimits().maximumDepth))
        }
    }

    /// A reader of the header, as a token has it.
    func reader(in scratch: inout Scratch) -> ClaimReader {
        let json = unsafe scratch.copy(of: knownJSON)
        let depth = TokenLimits().maximumDepth
        guard let reader = unsafe try? ClaimReader(json, Self.table, maximumDepth: depth, in: &scratch) else {
            preconditionFailure("what was written is JSON")
        }
        return reader
    }
}

extension JOSEHeader: Hashable {
    /// Whether two headers say the same, strings compared code point by code point.
    public static func == (a: JOSEHeader, b: JOSEHeader) -> Bool {
        a.type.hasSameBytes(as: b.type) && a.contentType.hasSameBytes(as: b.contentType)
            && a.keyID.hasSameBytes(as: b.keyID) && a.additional == b.additional
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(contentType)
        hasher.combine(keyID)
        hasher.combine(additional)
    }
}
