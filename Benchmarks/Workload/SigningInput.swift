/// How many bytes the MAC of a workload's token is computed over: header and payload, encoded, and the dot between.
package enum SigningInput {
    package static let w1 = 258
    package static let w3 = 139
    package static let w5 = 5_619

    /// Stops the program unless a token has as many bytes in front of its last dot as its workload says, so that every
    /// library and the anchor do work of the same size.
    package static func check(_ token: String, is count: Int) {
        let found = token.utf8.lastIndex(of: UInt8(ascii: ".")).map {
            token.utf8.distance(from: token.startIndex, to: $0)
        }
        precondition(found == count, "the signing input is to have \(count) bytes: \(token)")
    }
}
