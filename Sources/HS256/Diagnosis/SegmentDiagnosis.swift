/// Looks at the three parts of a token that are not what they should be.
struct SegmentDiagnosis {
    private let parts: [ArraySlice<UInt8>]

    /// - Parameter token: A text with two dots.
    init(_ token: String) {
        parts = Array(token.utf8).split(separator: 0x2E, maxSplits: 3, omittingEmptySubsequences: false)
    }

    /// What is wrong with the parts, or nil where nothing known is.
    var explanation: Explanation? {
        guard parts.count == 3 else { return nil }
        return hexadecimalSignature ?? emptyPart ?? cutSignature ?? foreignAlphabet ?? letterCase ?? damage ?? spareBits
    }

    /// What is wrong with a header that is not JSON.
    var explanationOfHeader: Explanation? {
        guard parts.count == 3 else { return nil }
        return emptyPart ?? letterCase
    }

    /// The same token in base64url as it should be, or nil where a part cannot be read at all.
    var repaired: String? {
        guard parts.count == 3 else { return nil }
        var encoded: [String] = []
        for part in parts {
            guard let bytes = Base64URL.decodeLeniently(part) else { return nil }
            encoded.append(Base64URL.encode(bytes))
        }
        return encoded.joined(separator: ".")
    }

    /// The JSON object that a part says.
    static func object(in part: ArraySlice<UInt8>) -> JSONObject? {
        guard let bytes = Base64URL.decodeLeniently(part), case .object(let object)? = LenientJSON.value(of: bytes)
        else {
            return nil
        }
        return object
    }

    private var named: [(name: String, text: ArraySlice<UInt8>)] {
        [("header", parts[0]), ("payload", parts[1]), ("signature", parts[2])]
    }

    /// A signature as webhooks or .NET write it: `sha256=`, or hyphens between the bytes.
    private var hexadecimalSignature: Explanation? {
        let text = parts[2].begins(with: "sha256=") ? parts[2].dropFirst(7) : parts[2]
        let digits = text.filter { $0 != 0x2D }
        guard digits.count == 64, parts[2].count > 64, digits.allSatisfy({ $0.isHexadecimal }) else { return nil }
        return Explanation(
            "the signature is written in hexadecimal, not in base64url",
            "Encode the raw bytes as base64url, without a prefix or hyphens")
    }

    private var cutSignature: Explanation? {
        guard (1..<43).contains(parts[2].count), parts[2].allSatisfy({ $0.isBase64URL }) else { return nil }
        return Explanation(
            "the signature has \(parts[2].count) characters, where HS256 gives 43: the end of the token is cut off (truncated)",
            "Copy the token whole")
    }

    /// That a part has nothing in it.
    var emptyPart: Explanation? {
        guard let part = named.first(where: { $0.text.isEmpty }), part.name != "signature" else { return nil }
        return Explanation("the \(part.name) is empty", "Copy the token whole, or sign it with its claims")
    }

    private var foreignAlphabet: Explanation? {
        let remedy =
            "Encode with the URL-safe alphabet and without padding (RFC 7515 2): - for +, _ for /, and no = at the end"
        if let part = named.first(where: { $0.text.contains { $0 == 0x2B || $0 == 0x2F } }) {
            return Explanation(
                "the \(part.name) is ordinary base64 (with + or /), not base64url", remedy, excuse: .strictness)
        }
        if let part = named.first(where: { $0.text.contains(0x3D) }) {
            return Explanation(
                "the \(part.name) is base64 with padding (= at its end), not base64url", remedy, excuse: .strictness)
        }
        return nil
    }

    /// That the parts are in the wrong order.
    var explanationOfOrder: Explanation? {
        guard parts.count == 3 else { return nil }
        guard let second = Self.object(in: parts[1]), second["alg"] != nil else { return nil }
        let first = Self.object(in: parts[0])
        guard first != nil, first?["alg"] == nil else { return nil }
        return Explanation(
            "header and payload are in the wrong order: \"alg\" is in the second part",
            "Put the header first: header, payload, signature")
    }

    private var letterCase: Explanation? {
        let hasUpper = parts.contains { $0.contains { $0.isASCIIUppercase } }
        let hasLower = parts.contains { $0.contains { $0.isASCIILowercase } }
        // So many letters are not of one case by chance.
        guard hasUpper != hasLower, parts[0].count + parts[1].count > 40,
            parts[0].begins(with: "ey", ignoringCase: true)
        else { return nil }
        return Explanation(
            "the token was changed to \(hasUpper ? "upper" : "lower") case on its way; base64url is case-sensitive",
            "Pass it on unchanged")
    }

    /// Bits after the last byte, which most decoders pass over.
    private var spareBits: Explanation? {
        guard
            let part = named.first(where: { part in
                guard let bytes = Base64URL.decodeLeniently(part.text) else { return false }
                return !Base64URL.encode(bytes).utf8.elementsEqual(part.text)
            })
        else { return nil }
        return Explanation(
            "the last character of the \(part.name) is not what an encoder writes: it has bits after the last byte",
            "Copy the token whole; a character at the end of a part may have been changed", excuse: .strictness)
    }

    private var damage: Explanation? {
        if let beginning { return beginning }
        if let part = named.first(where: { $0.text.count % 4 == 1 }) {
            return Explanation(
                "the \(part.name) is damaged: it has \(part.text.count) characters, a length that base64url never has, so one "
                    + "is missing or was added", "Copy the token whole")
        }
        return nil
    }

    /// That the beginning of the usual header was cut off, from which the end is left.
    var beginning: Explanation? {
        let ends: [StaticString] = [
            "IUzI1NiJ9", "IkpXVCJ9", "NiIsInR5c", "InR5cCI6I", "R5cCI6IkpX", "JIUzI1", "InR5cC",
        ]
        guard !parts[0].begins(with: "e"), ends.contains(where: { parts[0].contains($0) }) else { return nil }
        return Explanation("the beginning of the token is cut off", "Copy the token whole")
    }
}
