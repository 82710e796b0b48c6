extension SecretAppearance {
    /// Reports other things that are set by mistake in place of a secret, or with it.
    mutating func lookForOtherThings() {
        if let thing = otherThing {
            add(
                .error, .secretIsOther, "this is \(thing), not a secret", "Set the shared secret as the vendor shows it"
            )
        } else if isLabeled {
            // What looks like a name may be a part of the secret, so it is not shown.
            add(
                .error, .secretIsOther, "the secret has a name and = or : before it, which count as part of it",
                "Remove them where the secret is set")
        }
        if let character = word.first(where: { $0 < 0x20 || $0 == 0x7F }) {
            let isLineBreak = character == 0x0A || character == 0x0D
            add(
                .warning, .secretWhitespace,
                "the secret has \(isLineBreak ? "a line break" : "a control character") inside it",
                "Set one secret alone, in one line")
        }
        let marks: [UInt8] = [0x22, 0x27, 0x60]
        if let first = word.first, let last = word.last, word.count > 1, marks.contains(first) != marks.contains(last) {
            add(
                .warning, .secretQuotes, "the secret has a quotation mark at one end, which counts as part of it",
                "Remove it where the secret is set, unless it belongs to the secret")
        }
    }

    /// What the text is instead of a secret.
    private var otherThing: String? {
        if isPlaceholder { return "a placeholder or a sample" }
        if word.first == 0x7B && word.last == 0x7D { return "a JSON object" }
        if isToken { return "a token" }
        if word.begins(with: "https://") || word.begins(with: "http://") { return "an address" }
        if word.begins(with: "app_"), word.count == 28, word.dropFirst(4).isHexadecimal {
            return "the ID of a Zendesk key"
        }
        return nil
    }

    private var isPlaceholder: Bool {
        let isTemplate =
            word.first == 0x3C && word.last == 0x3E || word.begins(with: "{{") || word.begins(with: "${")
        return isTemplate || SampleSecret.isLikely(word) && !looksRandom
    }

    /// Whether letters and digits are mixed as in a random text, where four letters form a word by chance.
    private var looksRandom: Bool {
        word.split { !$0.isASCIILetter && !$0.isASCIIDigit }.contains { part in
            let hasBothCases = part.contains { $0.isASCIIUppercase } && part.contains { $0.isASCIILowercase }
            return part.contains { $0.isASCIIDigit } && (hasBothCases && part.count >= 8 || part.count >= 16)
        }
    }

    private var isToken: Bool {
        let text = word.split(separator: 0x20).last ?? word
        return text.begins(with: "eyJ") && text.count(where: { $0 == 0x2E }) == 2
    }

    /// Whether there is a name before the secret, as in `NAME=secret`, `export NAME=secret`, or `Secret: secret`.
    private var isLabeled: Bool {
        guard let mark = word.firstIndex(where: { $0 == 0x3D || $0 == 0x3A }) else { return false }
        let value = word[(mark + 1)...]
        // Base64 ends with one or two equals signs.
        guard value.contains(where: { $0 != 0x3D }) else { return false }
        if word[mark] == 0x3A {
            return value.first == 0x20 && word[..<mark].allSatisfy { $0.isASCIILetter || $0 == 0x20 }
        }
        let isExported = word.begins(with: "export ")
        let name = isExported ? word[..<mark].dropFirst("export ".utf8.count) : word[..<mark]
        return name.count >= 3
            && name.allSatisfy {
                $0.isASCIIUppercase || $0.isASCIIDigit || $0 == 0x5F || isExported && $0.isASCIILetter
            }
    }
}

extension ArraySlice<UInt8> {
    /// Whether all are hexadecimal digits, and there is one.
    var isHexadecimal: Bool { !isEmpty && allSatisfy { $0.isHexadecimal } }
}
