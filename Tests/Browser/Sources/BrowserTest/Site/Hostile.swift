/// Texts that leave their place in a page wherever they are not escaped.
enum Hostile {
    /// What ends a script element, a comment, a string or a line of JavaScript, and what an HTML parser changes. Two tags
    /// end in a slash, because a tag's name needs no `>` to be taken for one. There is no space, as one would end a token.
    static let text =
        "</script/><script>alert(1)</script><!--<script/>]]>&quot;&lt;'\"`${alert(2)}\u{2028}\u{2029}\u{FEFF}é🙂"
    /// The same for an id, where control characters, too, come through unchanged.
    static let id = "\\\u{0}\t\n\r" + text + "\\"
    /// The same in the path of an address; a backslash would be a slash there.
    static let path = text
    /// The same in the query of an address.
    static let query = "back=\\" + text
}
