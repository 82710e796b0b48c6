/// Command lines for people to copy.
enum ShellText {
    /// A command, with its words quoted where a shell needs it, in lines joined by a backslash.
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

    /// The words, with each value kept next to its option.
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
        return plain && !word.isEmpty ? word : singleQuoted(word)
    }

    /// A text as one word of a shell, whatever is in it.
    static func singleQuoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
