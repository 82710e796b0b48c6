@testable import HS256
import TestSupport
import Testing

struct JOSEHeaderTests {
    private func text(_ header: JOSEHeader) throws -> String {
        try Reading.written { claims in header.write(to: &claims) }
    }

    @Test func order() throws {
        #expect(try text(JOSEHeader()) == #"{"alg":"HS256","typ":"JWT"}"#)
        #expect(try text(JOSEHeader(keyID: "k")) == #"{"alg":"HS256","typ":"JWT","kid":"k"}"#)
        #expect(try text(JOSEHeader(keyID: "k", type: nil)) == #"{"alg":"HS256","kid":"k"}"#)
        #expect(try text(JOSEHeader(type: nil)) == #"{"alg":"HS256"}"#)
        let full = try JOSEHeader(
            keyID: "k", type: "at+jwt", contentType: "JWT", additional: ["z": 1, "a": ["b": nil]])
        #expect(try text(full) == #"{"alg":"HS256","typ":"at+jwt","cty":"JWT","kid":"k","z":1,"a":{"b":null}}"#)
        #expect(try text(JOSEHeader(keyID: "\"\\\n")) == #"{"alg":"HS256","typ":"JWT","kid":"\"\\\n"}"#)
    }

    /// RFC 7515 4.1 and RFC 7797 3.
    @Test(arguments: ["alg", "typ", "cty", "kid", "crit", "b64", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"])
    func reservedNames(_ name: String) throws {
        let additional = try JSONObject([.init("fine", 1), .init(name, "x")])
        #expect(throws: HS256Error.claimReserved(name)) { try JOSEHeader(additional: additional) }
    }

    @Test(arguments: ["ALG", "Alg", "x5", "alg ", "", "k\u{301}id", "nonce", "url"])
    func freeNames(_ name: String) throws {
        let header = try JOSEHeader(additional: JSONObject([.init(name, "x")]))
        #expect(header.additional[name] == "x")
    }

    @Test func roundTrip() throws {
        let header = try JOSEHeader(
            keyID: "caf\u{E9}", type: "JWT", contentType: "x", additional: ["a": [1, nil], "b": ""])
        let token = try JWTSigner(key: Sample.key, header: header).sign(payload: Sample.payload.utf8)
        let verified = try JWTVerifier(key: Sample.key).verify(token, at: Sample.now)
        #expect(verified.header == header)
        // Parameters that the library takes no notice of are shown all the same.
        let odd = try Sample.token(header: #"{"jku":"u","alg":"HS256","x5c":[]}"#)
        let parameters = try JWTVerifier(key: Sample.key).verify(odd, at: Sample.now).header
        #expect(parameters.additional == ["jku": "u", "x5c": []])
        #expect(parameters.type == nil && parameters.keyID == nil && parameters.contentType == nil)
    }

    @Test(arguments: ["typ", "cty", "kid"])
    func otherParametersAreStrings(_ name: String) throws {
        for value in ["1", "null", "true", "[\"a\"]", "{}"] {
            let refusal = try Sample.refusal(header: "{\"alg\":\"HS256\",\"\(name)\":\(value)}", Sample.payload)
            let kind = try JSONValue(parsing: value).kind
            #expect(refusal == HS256Error(.headerWrongType(name, found: kind)))
        }
        #expect(try Sample.refusal(header: "{\"alg\":\"HS256\",\"\(name)\":\"\"}", Sample.payload) == nil)
    }
}
