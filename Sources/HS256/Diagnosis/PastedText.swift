/// A text that was given for a token and cannot be taken apart as one.
///
/// It is read as a person would read it: is a token in it, and how did the text become what it is? Nothing that is found
/// makes a verification accept anything.
struct PastedText {
    /// The text.
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// What became of the token, and the token itself if it is in the text.
    ///
    /// - Parameter isSecret: Whether a text is the secret with which tokens are checked.
    func explanation(isSecret: (ArraySlice<UInt8>) -> Bool) -> (Explanation, token: String?)? {
        if bytes.trimmed.isEmpty { return nil }
        if isSecret(bytes.trimmed) {
            return (
                Explanation(
                    "this is the shared secret itself, not a token",
                    "Sign a token with it on the server. If a browser has seen the secret, replace it: anyone who has it can "
                        + "sign anything"), nil
            )
        }
        for layer in Layer.allCases {
            guard let inner = layer.removed(from: bytes), let token = FoundToken(in: inner) else { continue }
            if layer == .none && Layer.isNear(token) { continue }
            if token.isShortened { return (NotAToken.shortenedForDisplay, nil) }
            return (explanation(of: token, in: inner, layer), token.text)
        }
        return NotAToken(bytes).explanation.map { ($0, nil) }
    }

    private func explanation(of token: FoundToken, in text: [UInt8], _ layer: Layer) -> Explanation {
        if let explanation = layer.explanation(of: bytes) { return explanation }
        if let gap = token.gap {
            return Explanation(
                gap == .lineBreak
                    ? "the token is broken over several lines; it must be one line"
                    : "there is a space inside the token; it must be one word",
                "Remove the line breaks and spaces in it; a mail or a terminal puts them in when a line is long")
        }
        if let repetition = repetition(of: token) { return repetition }
        if token.hasFourthPart && token.before.isEmpty {
            return Explanation(
                "this text has more than three parts: something is appended after the signature",
                "Pass on the first three parts alone")
        }
        guard let surroundings = Surroundings(before: token.before, after: token.after) else {
            // The token is alone, so what is wrong is in one of its parts.
            return SegmentDiagnosis(token.text).explanation
                ?? Explanation("the token cannot be read", "Copy the token whole")
        }
        return Explanation("there is something around the token: \(surroundings.description)", surroundings.remedy)
    }

    private func repetition(of token: FoundToken) -> Explanation? {
        guard let second = FoundToken(in: Array(token.after)) else { return nil }
        return second.text.hasSameBytes(as: token.text)
            ? Explanation("the same token is here twice", "Paste it once")
            : Explanation("there is more than one token in this text: this is two tokens", "Check them one at a time")
    }
}
