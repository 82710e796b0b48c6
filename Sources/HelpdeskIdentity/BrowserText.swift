/// Text for places in HTML, escaped so that it cannot leave them.
public enum HTMLText {
    /// The value of an attribute, to be put between double or single quotes.
    ///
    /// - Parameter text: any text. `&`, `<`, `>` and both quotes become character references.
    public static func attribute(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

/// Text for JavaScript, escaped so that it cannot leave its place.
public enum JavaScriptText {
    /// A JavaScript string literal in double quotes, for use in a script file, inside a `<script>` element, or in an
    /// event handler attribute after HTML escaping.
    ///
    /// Escaped are quotes and backslashes, control characters, the line separators U+2028 and U+2029 (which end a line in
    /// JavaScript before ES2019), and `<`, `>`, `&`: with those gone the text holds no `</script>`, no `<!--`, no `]]>`
    /// and no character reference, whatever stands around it (HTML, "Restrictions for contents of script elements").
    ///
    /// - Parameter text: any text.
    public static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": literal += "\\\\"
            case "\"": literal += "\\\""
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "'", "<", ">", "&", "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
