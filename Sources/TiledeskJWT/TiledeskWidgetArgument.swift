public import HS256

/// What Tiledesk's widget is handed: `JWT `, with one space, and the token.
///
/// A type of its own, so that neither is taken for the other: the server refuses the token without the prefix.
///
/// Source: Tiledesk, "Widget Authentication": the token "must starts with the string "JWT "".
public struct TiledeskWidgetArgument: Sendable, Hashable {
    /// The token alone.
    public let token: String

    /// The argument for a token.
    public init(token: String) {
        self.token = token
    }

    /// An argument as it was found in a page or a request.
    ///
    /// - Parameter text: `JWT ` and a token. The server takes the word in any case, and exactly one space.
    /// - Throws: `JWTError.claimInvalid` for a text that does not begin so.
    public init(parsing text: String) throws(JWTError) {
        let bytes = Array(text.utf8)
        let word = bytes.prefix(3).map { $0 & 0xDF }
        guard word == Array("JWT".utf8), bytes.count > 4, bytes[3] == 0x20, !bytes.dropFirst(4).contains(0x20) else {
            throw .claimInvalid(
                "signInWithCustomToken", reason: "needs \"JWT \", with one space, in front of the token")
        }
        token = String(decoding: bytes.dropFirst(4), as: UTF8.self)
    }

    /// `JWT ` and the token.
    public var text: String { "JWT " + token }
}
