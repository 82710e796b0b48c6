import PlainVerifier

/// How the bytes of an input become a token.
///
/// The first byte chooses the setting. With a `=` as the second, the rest is the token. Otherwise the rest is a header and
/// a payload with a zero byte between them, which are encoded and rightly signed: no fuzzer finds an authentication code
/// by trial, and what lies behind it would never be reached.
struct TokenInput {
    let choice: UInt8
    let token: [UInt8]

    init(_ input: [UInt8]) {
        choice = input.first ?? 0
        let rest = input.dropFirst(2)
        if input.dropFirst().first == UInt8(ascii: "=") {
            token = Array(rest)
        } else {
            let parts = rest.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            token = Self.signed(header: Array(parts[0]), payload: parts.count == 2 ? Array(parts[1]) : [])
        }
    }

    /// What verifiers get: text, in which Swift has mended what was not UTF-8.
    var text: String { String(decoding: token, as: UTF8.self) }

    /// A token that the key of all settings has signed.
    static func signed(header: [UInt8], payload: [UInt8]) -> [UInt8] {
        let input = PlainBase64URL.encode(header) + [UInt8(ascii: ".")] + PlainBase64URL.encode(payload)
        let code = PlainHMAC.code(for: input, key: Setting.secret)
        return input + [UInt8(ascii: ".")] + PlainBase64URL.encode(code)
    }
}
