/// What a text is in which there is no token.
struct NotAToken {
    private let text: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        text = bytes.trimmed
    }

    /// What the text is, or nil where it is nothing known.
    var explanation: Explanation? {
        if let explanation = prefixAlone ?? word ?? email ?? placeholder { return explanation }
        if let explanation = json ?? markup ?? shortened ?? partOfToken { return explanation }
        return otherToken ?? identifier ?? address ?? program ?? anythingElse
    }

    // MARK: What a variable without a token becomes

    private var prefixAlone: Explanation? {
        guard text.isEqual(to: "jwt", ignoringCase: true) || text.isEqual(to: "bearer", ignoringCase: true) else {
            return nil
        }
        return Explanation("only the prefix is here; the token after it is empty", "Check where the token comes from")
    }

    private var word: Explanation? {
        let words: [(StaticString, String)] = [
            ("undefined", "JavaScript's undefined: the variable was never set"),
            ("null", "null: the variable has no value"), ("nil", "nil: the variable has no value"),
            ("(null)", "null: the variable has no value"), ("<null>", "null: the variable has no value"),
            ("none", "Python's None: the function returned nothing"),
            ("nan", "NaN, not a number: JavaScript added to something undefined"),
            ("true", "a boolean, true"), ("false", "a boolean, false: the function refused or failed"),
            ("array", "the word Array, which is what PHP makes of an array"),
            ("object", "the word Object: an object was made into text"), ("0", "a number"), ("1", "a number"),
            ("[]", "an empty array"), ("{}", "an empty object: perhaps a Promise that was not awaited"),
            ("\"\"", "an empty text in quotation marks"), ("''", "an empty text in quotation marks"),
        ]
        if let word = words.first(where: { text.isEqual(to: $0.0, ignoringCase: true) }) {
            return Explanation(
                "this is \(word.1), not a token", "Check that the code has the token before it passes it on")
        }
        let isAsynchronous =
            text.contains("promise", ignoringCase: true) || text.contains("coroutine object")
            || text.contains("Threading.Tasks") || text.contains("CompletableFuture")
        // A whole page has the word somewhere.
        if isAsynchronous && text.count < 200 {
            return Explanation(
                "this is a Promise (or a task) that was made into text, not its result",
                "Await it: const token = await response.text()")
        }
        if text.begins(with: "<Buffer ") || text.begins(with: "[B@") || text.begins(with: "System.Byte[]")
            || text.begins(with: "Uint8Array")
        {
            return Explanation(
                "these are bytes as a program prints them (a Buffer or an array), not the text of a token",
                "Make them into text before they are passed on: buffer.toString()")
        }
        if text.begins(with: "[object ") {
            return Explanation(
                "this is a JavaScript object that was made into text, not a token",
                "Pass on the field of the object that has the token")
        }
        return nil
    }

    private var placeholder: Explanation? {
        let marks: [StaticString] = [
            "{{", "}}", "${", "<%", "%%", "your_", "your-", "your token", "your jwt", "yout_", "_here", "-here",
            "token here", "jwt here", "placeholder",
            "jwt_token", "jwt-token", "<jwt", "<token", "<your", "changeme", "insert_", "insert-", "insert your",
            "insert token", "replace_", "replace-", "todo",
            "process.env", "env(", "env[", "$token", "$jwt", "%token%", "xxxx", "dummy", "lorem", "#{", "@token",
            "token_goes", "my_token", "my-token", "{token}", "{jwt}", "[token]", "[jwt]", "generated_jwt",
        ]
        guard text.count < 200, text.first != 0x3C || !text.contains("</"),
            marks.contains(where: { text.contains($0, ignoringCase: true) })
        else { return nil }
        guard !isURL, text.first != 0x7B || LenientJSON.value(of: Array(text)) == nil else { return nil }
        return Explanation(
            "this is a placeholder or sample text of a template, which was not replaced by the token",
            "Have the server fill in the token, and check the name of the variable")
    }

    // MARK: Documents

    private var json: Explanation? {
        guard text.first == 0x7B || text.first == 0x5B || text.first == 0x22 else { return nil }
        guard let value = LenientJSON.value(of: Array(text)) else {
            guard text.first == 0x7B else { return nil }
            return Explanation(
                "this is a JSON object (or a part of one), not a token",
                "Pass on the token itself: three parts with dots between them")
        }
        guard case .object(let object) = value else {
            return Explanation("this is JSON without a token in it", "Pass on the token itself")
        }
        if object["payload"] != nil && (object["signature"] != nil || object["signatures"] != nil) {
            return Explanation(
                "this is a signature in the JSON form (JWS JSON serialization), not in the compact form",
                "Have the signer write the compact serialization: three parts with dots between them")
        }
        if object["kty"] != nil || object["keys"] != nil {
            return Explanation("this is a JSON Web Key, not a token", "Sign a token with the shared secret")
        }
        let errors = [
            "error", "errors", "message", "statusCode", "status", "detail", "code", "title", "success", "msg",
        ]
        if errors.contains(where: { object[$0] != nil }) && object["email"] == nil {
            return Explanation(
                "this is a JSON error or status that the server answered with, not a token",
                "Read the message in it; the page may not be signed in, or the route may be wrong")
        }
        return Explanation(
            "this is a JSON object of claims (a profile) that was never signed, not a token",
            "Sign the claims on the server, and pass on the token that comes of it")
    }

    private var markup: Explanation? {
        guard text.first == 0x3C else { return nil }
        let isHTML =
            text.begins(with: "<!doctype html", ignoringCase: true) || text.begins(with: "<html", ignoringCase: true)
        let isXML =
            text.begins(with: "<?xml", ignoringCase: true)
            || !isHTML && (text.contains("saml", ignoringCase: true) || text.contains("soap:", ignoringCase: true))
        if isXML {
            return Explanation(
                "this is an XML document, not a token", "Check which address the page asks for the token")
        }
        return Explanation(
            "this is HTML, a web page in place of the token: a login page, an error page, or the page of the application "
                + "itself", "Check the address of the endpoint, and that the visitor is signed in when it is called")
    }

    // MARK: Parts of a token

    private var shortened: Explanation? {
        guard text.contains("...") || text.contains("\u{2026}") || text.contains("****") || text.contains("[REDACTED")
        else { return nil }
        guard text.begins(with: "ey") || text.contains(".") && !text.contains(" ") else { return nil }
        return Self.shortenedForDisplay
    }

    /// What is said of a token whose rest is left out.
    static let shortenedForDisplay = Explanation(
        "the token is shortened or masked for display, with …, ..., asterisks, or a word in place of the rest",
        "Copy it from where it is whole")

    private var partOfToken: Explanation? {
        let parts = text.split(separator: 0x2E, maxSplits: 3, omittingEmptySubsequences: false)
        if let first = parts.first, Self.isHeader(first), text.contains(".{") || text.contains(".%7B") {
            return Explanation(
                "the payload is plain JSON, not base64url",
                "Encode header and payload as base64url before they are joined")
        }
        let words = text.split(maxSplits: 3) { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3A }
        if parts.count == 1, words.count == 3, Self.isHeader(words[0]), SegmentDiagnosis.object(in: words[1]) != nil {
            return Explanation(
                "the three parts have spaces or other characters between them where the dots belong",
                "Join header, payload, and signature with dots")
        }
        guard parts.count <= 2, text.allSatisfy({ $0.isAnyBase64 || $0 == 0x2E }), text.count > 8 else { return nil }
        let first = SegmentDiagnosis.object(in: parts[0])
        if parts.count == 2 {
            if let algorithm = first?["alg"] {
                if case .string(let name) = algorithm, Array(name.utf8).isEqual(to: "none", ignoringCase: true) {
                    return Explanation(
                        "the token is unsigned: its \"alg\" is none, and it has only two parts",
                        "Sign it with HS256 and the shared secret")
                }
                return Explanation(
                    "the token has only two parts: the signature, the third part, is missing or was cut off",
                    "Copy the token whole")
            }
            if first != nil {
                return Explanation(
                    "the token has only two parts: the header, the first part, is missing", "Copy the token whole")
            }
        }
        if parts.count == 1, first != nil {
            return Explanation(
                "this is one part of a token alone: the header or the payload, without a signature",
                "Copy the token whole")
        }
        guard FoundToken.isStart(Array(text), at: 0) else { return nil }
        return Explanation(
            "the token is cut off after \(text.count) characters: it has only \(parts.count) part\(parts.count == 1 ? "" : "s"), "
                + "and the signature is missing", "Copy the token whole; a column or a log may be too short for it")
    }

    private static func isHeader(_ part: ArraySlice<UInt8>) -> Bool { SegmentDiagnosis.object(in: part)?["alg"] != nil }

    // MARK: Other credentials

    private var otherToken: Explanation? {
        let kinds: [(StaticString, String)] = [
            ("v1.local.", "a PASETO token"), ("v2.local.", "a PASETO token"), ("v3.local.", "a PASETO token"),
            ("v4.local.", "a PASETO token"), ("v1.public.", "a PASETO token"), ("v2.public.", "a PASETO token"),
            ("v3.public.", "a PASETO token"), ("v4.public.", "a PASETO token"), ("gAAAA", "a Fernet token"),
            ("ya29.", "a Google access token"), ("ghp_", "a GitHub token"), ("xox", "a Slack token"),
            ("sk_live", "a Stripe key"), ("sk_test", "a Stripe key"), ("AKIA", "an AWS access key"),
            ("SG.", "a SendGrid key"), ("Basic ", "a user name and password for Basic authentication"),
            ("-----BEGIN", "a key or certificate in PEM form"), ("ssh-", "an SSH key"),
            ("app_", "the key ID (kid) of Zendesk"),
            ("act_", "the key ID (kid) of a server-to-server key"),
            ("svc_", "the key ID (kid) of a server-to-server key"),
            ("s%3A", "a session cookie, an opaque session ID"), ("s:", "a session cookie, an opaque session ID"),
        ]
        guard let kind = kinds.first(where: { text.begins(with: $0.0) }) else { return nil }
        return Explanation(
            "this is \(kind.1), not a JSON Web Token (a JWT)", "Sign a token for the help desk, and pass on that")
    }

    private var email: Explanation? {
        guard EmailText.isPlausible(text) else { return nil }
        return Explanation(
            "this is an e-mail address, not a token", "Sign a token that says who the visitor is, and pass on that")
    }

    private var identifier: Explanation? {
        if isUUID {
            return Explanation(
                "this is a UUID, an identifier such as a user's ID, not a token",
                "Sign a token that says who the visitor is, and pass on that")
        }
        if text.count >= 32, text.allSatisfy({ $0.isHexadecimal }) {
            return Explanation(
                "this is a hash or an identifier in hexadecimal, not a token: other products take the HMAC of the user's ID "
                    + "alone", "Sign a token that says who the visitor is, and pass on that")
        }
        if text.allSatisfy({ $0.isASCIIDigit }) {
            return Explanation(
                "this is a number, such as a user's ID or a time, not a token",
                "Sign a token that says who the visitor is, and pass on that")
        }
        let cookies: [StaticString] = ["sessid=", "sessionid=", "connect.sid=", "session="]
        let isOpaque = text.count >= 8 && text.allSatisfy { $0.isAnyBase64 || $0 == 0x7E || $0 == 0x25 }
        if cookies.contains(where: { text.contains($0, ignoringCase: true) }) || isOpaque && !text.contains(0x2E) {
            return Explanation(
                "this is one word without dots, such as a session ID, an opaque access token, or a user's ID, not a token "
                    + "(a JWT has three parts with dots between them)",
                "Sign a token that says who the visitor is, and pass on that")
        }
        return nil
    }

    private var isUUID: Bool {
        var digits = text
        if digits.first == 0x7B && digits.last == 0x7D { digits = digits.dropFirst().dropLast() }
        let groups = digits.split(separator: 0x2D, maxSplits: 5, omittingEmptySubsequences: false)
        return groups.map { $0.count } == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy { $0.isHexadecimal } }
    }

    private var isURL: Bool { text.contains("://") && !text.contains(0x20) }

    private var address: Explanation? {
        if isURL {
            return Explanation(
                "this is a URL, the address of something, without a token in it",
                "Fetch the address, and pass on the token that it answers with")
        }
        let isPath = text.begins(with: "/") || text.begins(with: "./") || text.begins(with: "C:\\")
        if isPath || !text.contains(0x20) && (text.ends(with: ".txt") || text.ends(with: ".jwt")) {
            return Explanation(
                "this is a path, of a file or of a route, not a token",
                "Read the file or fetch the route, and pass on the token")
        }
        return nil
    }

    private var program: Explanation? {
        let isFunction =
            text.begins(with: "function") || text.begins(with: "async ") || text.begins(with: "<function")
            || text.contains("=>") || text.begins(with: "#<") || text.begins(with: "() ")
        guard isFunction || text.contains("(") && text.contains(")") else { return nil }
        return Explanation(
            "this is program code, a function or a call, not the token that it gives",
            "Call the function, await its result, and pass on that")
    }

    private var anythingElse: Explanation? {
        if text.contains(0x20) {
            return Explanation(
                "this is text, such as an error message, not a token", "Read it: it may say why there is no token")
        }
        return nil
    }
}

/// The form of e-mail addresses, roughly.
private enum EmailText {
    static func isPlausible(_ text: ArraySlice<UInt8>) -> Bool {
        guard let at = text.firstIndex(of: 0x40), at > text.startIndex, text.count < 255 else { return false }
        let domain = text[(at + 1)...]
        return domain.contains(0x2E)
            && !text.contains { $0 <= 0x20 || [0x22, 0x28, 0x2C, 0x2F, 0x3A, 0x3C, 0x7B].contains($0) }
    }
}
