/// JavaScript taken apart into its string literals and what stands around them.
///
/// It knows string literals in double quotes and nothing else of the language, which is enough for the scripts of this
/// package: they have no comments, no other quotes and no regular expressions.
public struct ScriptReading: Sendable, Equatable {
    /// The code with each string literal replaced by `""`.
    public private(set) var skeleton = ""
    /// What the string literals say, in their order.
    public private(set) var texts: [String] = []

    /// Reads some code.
    ///
    /// - Throws: ``Fault`` where a literal is not closed, holds what a literal cannot, or has an unknown escape.
    public init(_ code: String) throws {
        var rest = code.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\"" {
                skeleton += "\"\""
                texts.append(try Self.literal(&rest))
            } else {
                skeleton.unicodeScalars.append(scalar)
            }
        }
    }

    /// What is wrong with a literal.
    public enum Fault: Error {
        /// The code or the line ends before the literal does.
        case open
        /// A scalar that must not stand in a script as it is.
        case bare(Unicode.Scalar)
        /// A backslash before something unknown.
        case escape
    }

    private static func literal(_ rest: inout Substring.UnicodeScalarView) throws -> String {
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\": text.append(try escape(&rest))
            case "\n", "\r": throw Fault.open
            // An element of script ends at `</script`, and changes its state at `<!--` (HTML 4.12.1.3).
            case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}": throw Fault.bare(scalar)
            default: text.append(scalar)
            }
        }
        throw Fault.open
    }

    private static func escape(_ rest: inout Substring.UnicodeScalarView) throws -> Unicode.Scalar {
        switch rest.popFirst() {
        case "\"": return "\""
        case "\\": return "\\"
        case "n": return "\n"
        case "r": return "\r"
        case "u":
            let digits = String(rest.prefix(4))
            rest = rest.dropFirst(4)
            guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
            else { throw Fault.escape }
            return scalar
        default: throw Fault.escape
        }
    }

    /// Texts that try to leave their place in a script or an attribute.
    public static let hostileTexts = [
        "</script><script>alert(1)</script>", "</SCRIPT >", "<!--<script>", "-->", "]]>", "\"); alert(1); (\"",
        "\\\"); alert(1); //", "\\", "\\\\\"", "'); alert(1); ('", "\n); alert(1); //", "\r\n", "\u{2028}alert(1)",
        "\u{2029}alert(1)", "${alert(1)}", "`", "&quot;);alert(1);//", "\u{0}", "\u{FEFF}\u{7F}", Fixture.difficultText,
    ]
}
