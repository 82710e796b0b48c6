import Foundation
import HelpdeskIdentity
import Testing

struct JavaScriptTextTests {
    static let texts = [
        "", "plain", "</script>", "</SCRIPT ", "<!-- <script>", "]]>", "-->", "&lt;&quot;&#34;", "'\"`${x}`", "\\",
        "\\\"",
        "\\u003c", "a\nb\r\nc\u{2028}d\u{2029}e", "\0\u{1}\u{8}\t\u{B}\u{C}\u{1F}\u{7F}", "\u{FEFF}bom",
        "caf\u{E9} cafe\u{301}", "\u{1F469}\u{200D}\u{1F680} \u{1F511}", "\r\n", "\u{85}\u{A0}",
        "javascript:alert(1)//",
        "https://a.example/?b=c&d=e",
    ]

    /// JSON's strings are JavaScript's (ECMA-262, "JSON superset"), so a JSON reader must give the text back.
    @Test(arguments: texts)
    func decodesToTheText(_ text: String) throws {
        let literal = JavaScriptText.literal(text)
        let parsed = try JSONSerialization.jsonObject(with: Data("[\(literal)]".utf8)) as? [String]
        #expect(parsed?.count == 1)
        #expect(parsed?.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "\(literal)")
    }

    /// Nothing that could end the string, the line, the script element or an attribute.
    @Test(arguments: texts)
    func cannotLeaveItsPlace(_ text: String) {
        let literal = Array(JavaScriptText.literal(text).unicodeScalars)
        #expect(literal.count >= 2 && literal.first == "\"" && literal.last == "\"")
        let forbidden = Set("<>&'\u{2028}\u{2029}\u{FEFF}\u{7F}".unicodeScalars)
        var backslashes = 0
        for scalar in literal.dropFirst().dropLast() {
            #expect(!forbidden.contains(scalar) && scalar.value >= 0x20, "\(scalar.value)")
            // Each quotation mark stands behind an odd number of backslashes.
            if scalar == "\"" { #expect(backslashes % 2 == 1) }
            backslashes = scalar == "\\" ? backslashes + 1 : 0
        }
        #expect(backslashes % 2 == 0)
    }

    @Test func everyASCIICharacter() throws {
        for value in UInt8(0)...0x7F {
            let text = String(Unicode.Scalar(value))
            let json = Data("[\(JavaScriptText.literal(text))]".utf8)
            #expect(try JSONSerialization.jsonObject(with: json) as? [String] == [text])
        }
    }

    @Test func spelling() {
        #expect(JavaScriptText.literal("a\"b\\c\nd\re") == #""a\"b\\c\nd\re""#)
        #expect(JavaScriptText.literal("</script>") == #""\u003c/script\u003e""#)
        #expect(JavaScriptText.literal("\0'&\u{2028}") == #""\u0000\u0027\u0026\u2028""#)
    }
}
