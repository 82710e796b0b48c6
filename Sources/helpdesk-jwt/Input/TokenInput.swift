/// Where a token comes from: a file, or standard input.
enum TokenInput {
    /// What help texts say about it.
    static let help = "The token is read from FILE, or from standard input if there is no FILE or it is \"-\"."

    /// The token, or the text given as one.
    ///
    /// Removes one line break at the end, which only ends the token's line. The diagnosis finds everything else.
    static func read(_ file: String?, _ console: Console) throws(Failure) -> String {
        let text: String
        if let file, file != "-" {
            if looksLikeToken(file) {
                throw .usage(
                    "this is a token where the name of a file belongs; pass the token on standard input, where it does "
                        + "not show in the list of processes")
            }
            text = try BoundedReader.text(ofFile: file, called: name(of: file))
        } else {
            console.promptIfTerminal("Paste the token, then press Enter and Ctrl-D:")
            text = try BoundedReader.textOfStandardInput()
        }
        return withoutFinalLineBreak(text)
    }

    /// The file as messages call it. A long name without a file may be a secret, so it is not repeated.
    private static func name(of file: String) -> String {
        file.isShortEnoughToRepeat || OperatingSystem.hasFile(file)
            ? "the file \(file.excerpt)" : "the file"
    }

    private static func withoutFinalLineBreak(_ text: String) -> String {
        var bytes = Substring(text).utf8
        if bytes.last == 0x0A { bytes.removeLast() }
        if bytes.last == 0x0D { bytes.removeLast() }
        return String(Substring(bytes))
    }

    /// Whether a text begins as every token does, with a JSON object in base64url, and has two dots.
    private static func looksLikeToken(_ text: String) -> Bool {
        text.hasPrefix("eyJ") && text.utf8.count { $0 == 0x2E } == 2
    }
}
