@testable import HS256

/// Claim readers and writers without a token around them.
enum Reading {
    /// What `body` reads from a JSON object.
    static func of<Value>(
        _ json: String, _ body: (borrowing ClaimReader) throws(JWTError) -> Value
    ) throws(JWTError) -> Value {
        try Array(json.utf8).withUnsafeBufferPointer { (text) throws(JWTError) -> Value in
            try ClaimReader.read(text, body) { (error: JSONError) throws(JWTError) -> Value in
                throw .payloadNotJSON(error)
            }
        }
    }

    /// The JSON text of what `body` writes.
    static func written(_ body: (inout ClaimWriter) throws(JWTError) -> Void) throws(JWTError) -> String {
        try ClaimWriter.withText(body) { (text) throws(JWTError) -> String in
            String(decoding: text, as: UTF8.self)
        }
    }

    /// The date that a claim of this JSON text gives.
    static func date(_ json: String) throws(JWTError) -> NumericDate {
        try of("{\"d\":\(json)}") { (claims) throws(JWTError) in try claims.numericDate("d") }
    }
}
