@testable import HS256

/// Claim readers and writers without a token around them.
enum Reading {
    /// What `body` reads from a JSON object.
    static func of<Value>(
        _ json: String, _ body: (borrowing ClaimReader) throws(HS256Error) -> Value
    ) throws(HS256Error) -> Value {
        try Array(json.utf8).withUnsafeBufferPointer { (text) throws(HS256Error) -> Value in
            try ClaimReader.read(text, maximumDepth: 32, body) { (error: JSONError) throws(HS256Error) -> Value in
                throw HS256Error(.payloadNotJSON(error))
            }
        }
    }

    /// The JSON text of what `body` writes.
    static func written(_ body: (inout ClaimWriter) throws(HS256Error) -> Void) throws(HS256Error) -> String {
        try ClaimWriter.withText(maximumDepth: 32, body) { (text) throws(HS256Error) -> String in
            String(decoding: text, as: UTF8.self)
        }
    }

    /// The date that a claim of this JSON text gives.
    static func date(_ json: String) throws(HS256Error) -> NumericDate {
        try of("{\"d\":\(json)}") { (claims) throws(HS256Error) in try claims.numericDate("d") }
    }
}
