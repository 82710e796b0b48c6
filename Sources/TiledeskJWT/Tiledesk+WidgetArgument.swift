public import HS256
internal import HelpdeskIdentity

extension Tiledesk {
    /// Everything that is wrong or doubtful about what the widget is handed: the prefix, and the token after it.
    ///
    /// ``TiledeskWidgetArgument`` writes the prefix as it should be. The widget passes the text on as the header
    /// `Authorization`, and the server looks for a word, white space, and a token in it.
    ///
    /// - Parameters:
    ///   - text: The argument of `signInWithCustomToken`, or what was taken for one.
    ///   - secretText: The text of the secret, if it is at hand.
    ///   - now: The time to go by.
    public func diagnose(
        widgetArgument text: String, secretText: String? = nil, at now: NumericDate = .now
    ) -> [Finding] {
        guard let header = AuthorizationHeader(text), header.hasSchemeJWT else {
            // The prefix without a token is no token without the prefix.
            let isPrefixAlone = text.utf8.filter { $0 > 0x20 }.isSameIgnoringCase(as: "jwt".utf8)
            // After another prefix, the token is the second word; the words of a sentence are none.
            let second = AuthorizationHeader(text)?.token ?? ""
            let isToken = second.utf8.filter { $0 == 0x2E }.count == 2
            let findings = diagnose(isToken ? second : text, secretText: secretText, at: now)
            return isPrefixAlone ? findings : [missingPrefix] + findings
        }
        if header.hasRepeatedScheme {
            return [repeatedPrefix] + diagnose(header.tokenAfterSchemes, secretText: secretText, at: now)
        }
        let findings = diagnose(header.token, secretText: secretText, at: now)
        return header.isExact ? findings : [otherSpacing(header)] + findings
    }

    private var missingPrefix: Finding {
        var finding = Self.profile.rules.finding(
            .error, "argument.prefix", nil,
            "the text does not begin with \"JWT \", the prefix that the widget must be handed before the token",
            "Hand over JWT, one space, and the token: TiledeskWidgetArgument(token: token).text",
            section: "and Tiledesk/tiledesk-server, middleware/passport.js",
            authority: .observed(TiledeskServer.observation))
        finding.symptom = Self.profile.symptom
        return finding
    }

    private var repeatedPrefix: Finding {
        var finding = Self.profile.rules.finding(
            .error, "argument.prefix", nil, "the prefix \"JWT \" is there twice", "Write it once, before the token",
            section: "and Tiledesk/tiledesk-server, middleware/passport.js",
            authority: .observed(TiledeskServer.observation))
        finding.symptom = Self.profile.symptom
        return finding
    }

    /// The check of the token takes it. The one that follows splits at single spaces and, as it is written, answers 403; it
    /// was read and not run.
    private func otherSpacing(_ header: AuthorizationHeader) -> Finding {
        Self.profile.rules.finding(
            .error, "argument.spaces", nil,
            "the text is not \"JWT\", one space, and the token: there are two spaces, other white space, or something after "
                + "the token", "Hand over JWT, exactly one space, and the token",
            section: "and Tiledesk/tiledesk-server, middleware/valid-token.js", authority: .library)
    }
}

/// The header `Authorization` as passport-jwt 4.0.1 reads it: the first two words of the text, whatever follows them.
struct AuthorizationHeader {
    /// The first word.
    private let scheme: String
    /// The second word.
    let token: String
    /// Whether the two words and one space are all of the text.
    let isExact: Bool
    /// The first word that is not the scheme.
    let tokenAfterSchemes: String

    /// Whether the first word is `JWT`, in any case.
    var hasSchemeJWT: Bool { Self.isSchemeJWT(scheme) }

    /// Whether the second word is `JWT` too.
    var hasRepeatedScheme: Bool { hasSchemeJWT && Self.isSchemeJWT(token) }

    /// Whether a word is `JWT`, in any case.
    static func isSchemeJWT(_ word: String) -> Bool { word.utf8.isSameIgnoringCase(as: "jwt".utf8) }

    /// The header with some text, or nil where the text has fewer than two words.
    init?(_ text: String) {
        let words = text.unicodeScalars.split(whereSeparator: Self.isWhitespace)
        guard words.count >= 2 else { return nil }
        scheme = String(String.UnicodeScalarView(words[0]))
        token = String(String.UnicodeScalarView(words[1]))
        tokenAfterSchemes =
            words.map { String(String.UnicodeScalarView($0)) }.first { !Self.isSchemeJWT($0) } ?? ""
        isExact = text.hasSameBytes(as: scheme + " " + token)
    }

    /// What `\s` matches in JavaScript.
    private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            return true
        default: return false
        }
    }
}
