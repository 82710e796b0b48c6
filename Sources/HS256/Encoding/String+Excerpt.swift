extension String {
    /// The string for a message: at most 40 scalars and then "…", in quotation marks, control characters escaped.
    ///
    /// What a token says is written by a stranger: it must not fill a log, drive a terminal, or pass a whole token on.
    package var excerpt: String { excerpt(quoted: true) }

    /// ``excerpt`` with or without quotation marks.
    package func excerpt(quoted: Bool) -> String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(40) {
            if scalar.isSafeToShow {
                text.append(scalar)
            } else {
                text.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            }
        }
        let end = unicodeScalars.count > 40 ? "…" : ""
        return quoted ? "\"\(String(text))\(end)\"" : String(text) + end
    }
}

extension Unicode.Scalar {
    /// Whether a terminal shows the scalar as a character that changes nothing around it: no control character, no line
    /// or paragraph separator, and no mark that reverses the direction of text (Unicode TR 36 2.5).
    package var isSafeToShow: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: return false
        default: return true
        }
    }
}
