import HS256

// Reads a request a line from standard input, writes an answer a line to standard output, both JSON objects:
//
//     {"do":"sign","utf8":SECRET,"kid":ID,"claims":{…}}            {"token":TOKEN}
//     {"do":"verify","hex":SECRET,"audience":NAME,"token":TOKEN}   {"header":{…},"claims":{…}}
//     whatever is refused                                          {"refused":CODE}
//
// The secret is the text of "utf8" or the bytes of "hex"; "kid" and "audience" may be absent.

/// A request that is not one of those above: a mistake of the caller's.
struct BadRequest: Error {
    let line: String
}

extension JSONObject {
    func string(_ name: String) -> String? {
        guard case .string(let text)? = self[name] else { return nil }
        return text
    }
}

func key(of request: JSONObject) throws -> HS256Key {
    if let text = request.string("utf8") { return try HS256Key(utf8: text) }
    return try HS256Key(hex: request.string("hex") ?? "")
}

func sign(_ claims: JSONObject, _ request: JSONObject) throws -> JSONObject {
    let signer = JWTSigner(key: try key(of: request), header: JOSEHeader(keyID: request.string("kid")))
    return ["token": .string(try signer.sign(JWTClaims(claims)))]
}

func verify(_ token: String, _ request: JSONObject) throws -> JSONObject {
    let audience = request.string("audience").map { ValidationPolicy.ExpectedAudience.recipient($0) }
    let policy = ValidationPolicy(audience: audience ?? .none, expiration: .mayBeAbsent)
    let verified = try JWTVerifier(key: key(of: request), policy: policy).verify(token)
    var header: JSONObject = [:]
    header["typ"] = verified.header.type.map { .string($0) }
    header["kid"] = verified.header.keyID.map { .string($0) }
    return ["header": .object(header), "claims": .object(verified.claims.members)]
}

func answer(_ line: String) throws -> JSONObject {
    guard case .object(let request) = try JSONValue(parsing: line) else { throw BadRequest(line: line) }
    do {
        switch (request.string("do"), request["claims"], request.string("token")) {
        case ("sign", .object(let claims)?, _): return try sign(claims, request)
        case ("verify", _, let token?): return try verify(token, request)
        default: throw BadRequest(line: line)
        }
    } catch let error as HS256Error {
        return ["refused": .string(error.code.rawValue)]
    }
}

while let line = readLine() {
    print(try answer(line))
}
