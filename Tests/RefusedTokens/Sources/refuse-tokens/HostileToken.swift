import HS256
import HS256Primitives

/// A kind of token that somebody sends to cost more than it is worth.
struct HostileToken {
    let name: String
    /// Makes a token of about so many bytes.
    let make: (Int) -> String

    static let secret = "0123456789abcdef0123456789abcdef"
    static let goodHeader = #"{"alg":"HS256"}"#

    static func all() -> [HostileToken] {
        let key = HMACSHA256.Key(secret.utf8)
        let signed = { (header: String, payload: String) -> String in
            let input = Base64URL.encode(header.utf8) + "." + Base64URL.encode(payload.utf8)
            return input + "." + Base64URL.encode(HMACSHA256.authenticationCode(for: input.utf8, using: key).bytes)
        }
        // Base64url makes four characters of three bytes.
        let payload = { (name: String, text: @escaping (Int) -> String) in
            HostileToken(name: "payload: " + name) { signed(goodHeader, text($0 * 3 / 4)) }
        }
        let header = { (name: String, text: @escaping (Int) -> String) in
            HostileToken(name: "header: " + name) { signed(text($0 * 3 / 4), #"{"exp":1}"#) }
        }
        let good = signed(goodHeader, #"{"exp":4102444800}"#)
        return [
            HostileToken(name: "no token at all") { filled("x!", $0) },
            HostileToken(name: "nothing but dots") { filled(".", $0) },
            HostileToken(name: "dots in other places") { filled("aaaa.", $0) },
            HostileToken(name: "not base64url") { filled("!", $0 / 2) + "." + filled("!", $0 / 2) + "." },
            HostileToken(name: "control characters") { filled("\u{1}", $0) },
            HostileToken(name: "not ASCII") { filled("\u{1F600}", $0) + ".\u{E9}." },
            HostileToken(name: "Bearer Bearer ...") { filled("Bearer ", $0) + good },
            HostileToken(name: "JWT JWT ...") { filled("jwt ", $0) + good },
            HostileToken(name: "quotes in quotes") { filled("\"", $0 / 2) + good + filled("\"", $0 / 2) },
            HostileToken(name: "white space around") { filled(" \n", $0 / 2) + good + filled("\t", $0 / 2) },
            HostileToken(name: "every wrapping") { filled("\" Bearer jwt ", $0) + good },
            HostileToken(name: "a wrong signature") {
                Base64URL.encode(goodHeader.utf8) + "." + filled("A", $0) + "." + filled("A", 43)
            },
            HostileToken(name: "a long signature") {
                Base64URL.encode(goodHeader.utf8) + ".e30." + filled("AAAA", $0)
            },
            header("deep") { filled(#"{"a":"#, $0) },
            header("members") { members($0) },
            header("members of one name") { #"{"alg":"HS256""# + filled(#","a":0"#, $0) + "}" },
            header("small values") { "[" + filled("0,", $0) + "0]" },
            header("a long alg, escaped") { #"{"alg":""# + filled("\\u00e9", $0) + #""}"# },
            header("a long kid, escaped") { #"{"alg":"HS256","kid":""# + filled("\\n", $0) + #""}"# },
            header("crit") { #"{"alg":"HS256","crit":["# + filled("\"b64\",", $0) + "0]}" },
            payload("deep arrays") { filled("[", $0) + filled("]", $0) },
            payload("31 arrays deep, again and again") {
                "{\"a\":[" + filled(filled("[", 28) + filled("]", 28) + ",", $0) + "0]}"
            },
            payload("members") { members($0) },
            payload("members with escapes in their names") { members($0, before: "\\u0061\\n") },
            payload("members that differ at the end") { members($0, before: filled("a", 60)) },
            payload("two of many members alike") { members($0).dropLast() + #","n0":0}"# },
            payload("small values") { "{\"a\":[" + filled("0,", $0) + "0]}" },
            payload("empty objects") { "{\"a\":[" + filled("{},", $0) + "0]}" },
            payload("a long string, escaped") { #"{"exp":1,"sub":""# + filled("\\u00e9", $0) + #""}"# },
            payload("a long name") { #"{""# + filled("a\\n", $0) + #"":0}"# },
            payload("a long date") { #"{"exp":"# + filled("9", $0) + "}" },
            payload("a date with a long fraction") { #"{"exp":1.0"# + filled("0", $0) + "1}" },
            payload("a date with a long exponent") { #"{"exp":1e"# + filled("9", $0) + "}" },
            payload("an audience of many") { #"{"exp":4102444800,"aud":["# + filled(#""a","#, $0) + #""b"]}"# },
            payload("an audience of many long names") {
                #"{"exp":4102444800,"aud":["# + filled("\"" + filled("a", 20) + "\",", $0) + #""b"]}"#
            },
            payload("cut off") { #"{"exp":"# + filled("[0,", $0) },
        ]
    }

    /// A text of about `byteCount` bytes that repeats another.
    private static func filled(_ text: String, _ byteCount: Int) -> String {
        String(repeating: text, count: max(byteCount / text.utf8.count, 1))
    }

    /// An object whose members differ.
    private static func members(_ byteCount: Int, before: String = "n") -> String {
        let count = max(byteCount / (before.utf8.count + 8), 1)
        return "{" + (0..<count).map { "\"\(before)\($0)\":0" }.joined(separator: ",") + "}"
    }
}
