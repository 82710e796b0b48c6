/// Command lines for people to copy.
enum ShellText {
    /// A command, its words quoted where a shell needs it, in lines with a backslash at the end.
    ///
    /// - Parameters:
    ///   - words: The command.
    ///   - width: The columns of a line, without the backslash.
    static func command(_ words: [String], width: Int) -> String {
        var lines: [String] = []
        var line = ""
        for part in joiningValues(words) {
            if !line.isEmpty && line.count + 1 + part.count > width {
                lines.append(line + " \\")
                line = "    " + part
            } else {
                line += line.isEmpty ? part : " " + part
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// The words with each value kept behind its option.
    private static func joiningValues(_ words: [String]) -> [String] {
        var parts: [String] = []
        for word in words.map(quoted) {
            if let last = parts.last, last.hasPrefix("--"), !last.contains(" "), !word.hasPrefix("--"),
                word != words.last
            {
                parts[parts.count - 1] += " " + word
            } else {
                parts.append(word)
            }
        }
        return parts
    }

    private static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            byte.isASCIILetter || byte.isASCIIDigit || "-_./:=@,+".utf8.contains(byte)
        }
        let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
        return plain && !word.isEmpty ? word : "'" + pieces.joined(separator: "'\\''") + "'"
    }
}
