import HS256
import PlainVerifier

/// A header of any bytes before a payload that is good, rightly signed.
enum HeaderTarget: FuzzTarget {
    static let name = "header"

    private static let payload = Array(
        #"{"iss":"https://id.example","sub":"12345678","aud":"api","exp":1700000100,"iat":1700000000,"role":1,"":2}"#
            .utf8)

    static func run(_ input: [UInt8]) {
        let setting = Setting.chosen(by: input.first ?? 0)
        let token = TokenInput.signed(header: Array(input.dropFirst()), payload: payload)
        compareVerdicts(on: token, setting)
        guard let verified = try? setting.verifier.verify(String(decoding: token, as: UTF8.self), at: .ofSetting) else {
            return
        }
        // What a signer makes of a header that was read is read the same again.
        let key = setting.verifier.keys.entries[verified.keyIndex].key
        guard let again = try? JWTSigner(key: key, header: verified.header).sign(payload: payload),
            let written = try? UnverifiedJWT(unverified: again).header,
            let original = try? UnverifiedJWT(unverified: String(decoding: token, as: UTF8.self)).header
        else { return require(false, "a token that was verified can be looked at") }
        require(written.members.count == original.members.count, "nothing of the header is lost or added")
        for member in original.members { require(written[member.name] == member.value, "\(member.name) is not lost") }
    }
}
