@testable import HS256

/// Claim readers and writers without a token around them.
enum Reading {
    /// What `body` reads from a JSON object.
    static func of<Value>(
        _ json: String, table: ClaimTable = .registered, _ body: (borrowing ClaimReader) throws(HS256Error) -> Value
    ) throws(HS256Error) -> Value {
        try Array(json.utf8).withUnsafeBufferPointer { (text) throws(HS256Error) -> Value in
            try Scratch.lend { (scratch) throws(HS256Error) -> Value in
                let reader: ClaimReader
                do throws(JSONError) {
                    reader = try ClaimReader(text, table, maximumDepth: 32, in: &scratch)
                } catch {
                    throw HS256Error(.payloadNotJSON(error))
                }
                return try body(reader)
            }
        }
    }

    /// The JSON text of what `body` writes.
    static func written(_ body: (inout ClaimWriter) throws(HS256Error) -> Void) throws(HS256Error) -> String {
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) {
            (memory: UnsafeMutableBufferPointer<UInt8>) throws(HS256Error) -> String in
            var writer = ClaimWriter(in: memory)
            try body(&writer)
            return String(decoding: try writer.finish(maximumDepth: 32), as: UTF8.self)
        }
    }

    /// The date that a claim of this JSON text gives.
    static func date(_ json: String) throws(HS256Error) -> NumericDate {
        try of("{\"d\":\(json)}") { (claims) throws(HS256Error) in try claims.numericDate("d") }
    }
}
