import HS256Primitives

/// The cause of an error of form, and the text without it if there is a way to go on.
///
/// Only a diagnosis repairs anything. A verification judges exactly the text that it is given.
struct TokenRepair {
    /// The cause of the error.
    private(set) var explanation: Explanation?
    /// The text in which the error is repaired.
    private(set) var text: String?

    /// How often a text is repaired at most. Nobody breaks a token in more ways at once by mistake.
    static var maximumCount: Int { 8 }

    /// How long a text may be for its causes to be looked for. Longer ones are told by their size alone.
    private static var maximumByteCount: Int { 65_536 }

    /// The limits of a reader that goes on with tokens that are larger and deeper than a verifier accepts.
    static func limits(atLeast limits: TokenLimits) -> TokenLimits {
        TokenLimits(
            maximumByteCount: max(limits.maximumByteCount, 2 * maximumByteCount),
            maximumDepth: max(limits.maximumDepth, LenientJSON.maximumDepth))
    }

    /// Whether a repaired text may say more after an error.
    static func isPossible(after code: Finding.Code) -> Bool {
        switch code {
        case .tokenTooLarge, .tokenWrapped, .tokenIsJSON, .tokenEncrypted, .notThreeSegments, .headerEncoding,
            .payloadEncoding, .signatureEncoding, .headerNotJSON, .payloadNotJSON, .signatureLength:
            return true
        default: return false
        }
    }

    /// - Parameters:
    ///   - text: A text that was refused.
    ///   - code: Why it was refused.
    ///   - keys: The keys with which its signature was checked; nil if there are none.
    init(of text: String, refusedFor code: Finding.Code, by keys: KeyRing?) {
        guard text.utf8.count <= Self.maximumByteCount else { return }
        switch code {
        case .tokenTooLarge: self.text = text
        case .headerNotJSON:
            explanation = SegmentDiagnosis(text).explanationOfHeader
            if explanation == nil { repairContent(of: text, part: 0, called: "header", keys) }
            if self.text == nil { explanation = SegmentDiagnosis(text).beginning ?? explanation }
        case .payloadNotJSON: repairContent(of: text, part: 1, called: "payload", keys)
        case .signatureLength: (explanation, self.text) = SignatureDiagnosis(text)?.explanationOfLength ?? (nil, nil)
        default: repairForm(of: text, keys)
        }
    }

    private mutating func repairForm(of text: String, _ keys: KeyRing?) {
        let pasted = PastedText(text).explanation { keys?.hasSecret($0) ?? false }
        explanation = pasted?.0
        if let token = pasted?.token, !token.hasSameBytes(as: text) {
            self.text = token
            return
        }
        let segments = SegmentDiagnosis(text)
        if explanation == nil { explanation = segments.explanation }
        self.text = segments.repaired.map { Self.resigned($0, insteadOf: text, keys) }
        if let repaired = self.text, repaired.hasSameBytes(as: text) { self.text = nil }
    }

    private mutating func repairContent(of token: String, part: Int, called name: String, _ keys: KeyRing?) {
        var parts = Array(token.utf8).split(separator: 0x2E, maxSplits: 3, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard parts.count == 3, let bytes = Base64URL.decodeLeniently(parts[part].utf8),
            let content = ContentDiagnosis(bytes, of: name).explanation
        else { return }
        explanation = content.0
        guard let object = content.object else { return }
        parts[part] = Base64URL.encode(object.description.utf8)
        text = Self.resigned(parts.joined(separator: "."), insteadOf: token, keys)
    }

    /// A repaired token with a signature that is as good as the one that it had: what it says is authentic if it was before.
    private static func resigned(_ repaired: String, insteadOf original: String, _ keys: KeyRing?) -> String {
        guard let signature = SignatureDiagnosis(original),
            let key = keys?.entries.first(where: { signature.isGood(with: $0.key) })?.key,
            let end = repaired.utf8.lastIndex(of: 0x2E)
        else { return repaired }
        let input = repaired[..<end]
        let code = HMACSHA256.authenticationCode(for: input.utf8, using: key.hmacKey)
        return input + "." + Base64URL.encode(code.bytes)
    }
}

extension KeyRing {
    /// Whether a text is the secret of one of the keys: two keys are the same if they give the same code.
    fileprivate func hasSecret(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 8, text.count <= 1024 else { return false }
        let code = HMACSHA256.authenticationCode(for: [], using: HMACSHA256.Key(text))
        return entries.contains { HMACSHA256.authenticationCode(for: [], using: $0.key.hmacKey) == code }
    }
}
