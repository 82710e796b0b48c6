internal import HS256
internal import HelpdeskIdentity

/// What Tiledesk's server says to a token, step for step as its code does.
///
/// This library is stricter in most things and never follows it. But who asks why a token is refused must hear what the
/// server does, and its code is public. It was run on some thousand odd tokens, and each answer compared with the one here.
///
/// Source: Tiledesk/tiledesk-server 2.19.16, middleware/passport.js and routes/auth.js, which use passport-jwt 4.0.1 and
/// jsonwebtoken 9.0.2.
struct TiledeskServer {
    /// How the answers were observed.
    static let observation =
        "by running tiledesk-server 2.19.16 (middleware/passport.js, with passport-jwt 4.0.1 and jsonwebtoken 9.0.2)"

    let projectID: String
    let now: NumericDate
    /// Whether a text is the signature of another under the secret of the project, by the algorithm that the header names;
    /// nil where that cannot be told.
    let isSignature: (_ signature: ArraySlice<UInt8>, _ input: ArraySlice<UInt8>, _ algorithm: String) -> Bool?

    /// What the server does.
    enum Answer {
        case accepted
        /// 401, from passport.
        case unauthorized
        /// 500, from an error that nothing catches.
        case failed
        /// None: an error in a callback, so that the request is left open.
        case silent
    }

    /// The answer to a token, without the prefix; nil where it cannot be told.
    func answer(to token: String) -> Answer? {
        let text = Array(token.utf8)
        let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
        // Whatever cannot be decoded is checked with the secret of the server itself, which fails.
        guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty,
            parts.allSatisfy({ $0.allSatisfy { $0.isBase64URL } }),
            let header = Self.header(in: parts[0])
        else { return .unauthorized }
        let payload: JSONValue?
        switch Self.payload(in: parts[1], isParsed: header["typ"] == "JWT") {
        case .value(let value): payload = value
        case .notJSON: return .failed
        case .unknown: return nil
        }
        guard case .object(let claims)? = payload else { return .unauthorized }
        if let refusal = refusal(ofAudience: claims["aud"]) { return refusal }
        guard case .string(let algorithm)? = header["alg"],
            ["HS256", "HS384", "HS512"].contains(where: algorithm.hasSameBytes)
        else { return .unauthorized }
        let input = text[..<parts[2].startIndex].dropLast()
        switch isSignature(parts[2], input, algorithm) {
        case true?: return answer(toSigned: claims)
        case false?: return .unauthorized
        case nil: return nil
        }
    }

    // MARK: Reading

    /// The header, which is read as Latin-1. What is no object has no `alg`.
    private static func header(in part: ArraySlice<UInt8>) -> JSONObject? {
        let text = LenientJSON.decodedBase64(part).map {
            String(String.UnicodeScalarView($0.map { Unicode.Scalar($0) }))
        }
        guard let text, case .value(let value) = LenientJSON.read(Array(text.utf8)) else { return nil }
        if case .object(let object) = value { return object }
        return JSONObject()
    }

    /// - Parameter isParsed: Whether the header says that the payload is JSON, so that an error is one of the server's.
    private static func payload(in part: ArraySlice<UInt8>, isParsed: Bool) -> LenientJSON.Reading {
        guard let bytes = LenientJSON.decodedBase64(part) else { return .notJSON }
        switch LenientJSON.read(bytes) {
        // A string is parsed once more, if it was parsed at all.
        case .value(.string(let text)):
            if isParsed, case .value(let inner) = LenientJSON.read(Array(text.utf8)) { return .value(inner) }
            return .value(.string(text))
        case .notJSON where !isParsed: return .value(.null)
        case let reading: return reading
        }
    }

    // MARK: Whose secret

    /// What becomes of a token for which the server does not find the secret of the project; nil where it does.
    private func refusal(ofAudience value: JSONValue?) -> Answer? {
        // Without an audience, the secret is that of the server itself.
        guard let value, !value.isFalsy else { return .unauthorized }
        guard let text = value.asJavaScriptText, let path = URLPath(text.utf8) else { return .failed }
        guard let type = path.component(1), type.elementsEqual("projects".utf8), let id = path.component(2),
            id.elementsEqual(projectID.utf8)
        else { return .unauthorized }
        return nil
    }

    // MARK: Claims

    private func answer(toSigned claims: JSONObject) -> Answer {
        if let notBefore = claims["nbf"] {
            guard case .number(let number) = notBefore, number.order(comparedTo: now.unixSeconds) <= 0 else {
                return .unauthorized
            }
        }
        if let expiration = claims["exp"] {
            guard case .number(let number) = expiration, number.order(comparedTo: now.unixSeconds) > 0 else {
                return .unauthorized
            }
        }
        return answer(toID: claims) ?? .accepted
    }

    /// `_id`, or `_doc._id` as an older form has it.
    private func answer(toID claims: JSONObject) -> Answer? {
        let id = claims["_id"]
        let document = claims["_doc"]
        if id == nil || id == .null {
            switch document {
            case nil, .null?: return .unauthorized
            case .object(let object)?:
                guard let inner = object["_id"], inner != .null else { return .unauthorized }
            case let other?:
                if !other.isFalsy { return .unauthorized }
            }
        } else if let id, id.isFalsy, document == nil || document == .null {
            return .silent
        }
        // They are joined to a text for the log.
        return [id, claims["sub"], claims["role"]].contains { $0?.asJavaScriptText == nil && $0 != nil } ? .silent : nil
    }
}

extension JSONValue {
    /// Whether JavaScript takes the value for false.
    fileprivate var isFalsy: Bool {
        switch self {
        case .null, .bool(false): return true
        case .string(let text): return text.isEmpty
        case .number(let number): return number.order(comparedTo: 0) == 0
        default: return false
        }
    }

    /// The text that JavaScript makes of the value, or nil where that fails. Numbers are as they were written.
    fileprivate var asJavaScriptText: String? {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let number): return number.text
        case .string(let text): return text
        case .object(let object): return object["toString"] == nil ? "[object Object]" : nil
        case .array(let elements):
            var texts: [String] = []
            for element in elements {
                guard let text = element == .null ? "" : element.asJavaScriptText else { return nil }
                texts.append(text)
            }
            return texts.joined(separator: ",")
        }
    }
}
