import HelpdeskJWT

/// Finds the word that somebody may have meant.
enum Suggestion {
    /// `; did you mean "sign"?`, or nothing where no word is near.
    static func sentence(for word: String, among words: [String]) -> String {
        nearest(to: word, among: words).map { "; did you mean \($0)?" } ?? ""
    }

    /// `there is no system "zendesk"; did you mean zendesk-messaging?`, or all the words if none is near.
    static func unknown(_ what: String, _ word: String, among words: [String]) -> String {
        let suggestion = sentence(for: word, among: words)
        let end = suggestion.isEmpty ? "; the choices are: \(words.joined(separator: ", "))" : suggestion
        return "there is no \(what) \(word.astray)\(end)"
    }

    /// The word that begins like this one, or the nearest within one typo for every three letters.
    static func nearest(to word: String, among words: [String]) -> String? {
        let word = word.lowercased()
        guard word.count >= 2, word.count <= 64 else { return nil }
        let bare = word.drop { $0 == "-" }
        if bare.count >= 3, let begun = words.first(where: { $0.drop { $0 == "-" }.hasPrefix(bare) }) { return begun }
        let limit = max(1, bare.count / 3)
        return words.map { (word: $0, distance: distance(Array(word), Array($0))) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?.word
    }

    /// How many letters must be added, left out, replaced, or swapped with the next to get from one word to the other
    /// (the optimal string alignment distance).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}

extension String {
    /// A misplaced argument, as a message shows it. A long one may be a secret or a token, so it is not repeated.
    var astray: String {
        isShortEnoughToRepeat ? excerpt : "of \(unicodeScalars.count) characters"
    }

    /// Whether a text that somebody typed is too short for a secret.
    var isShortEnoughToRepeat: Bool { unicodeScalars.count <= 16 }
}
