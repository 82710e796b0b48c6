public import HS256

/// The secrets and the time that the tests of all systems go by.
public enum Fixture {
    /// The text of the secret that sample tokens are signed with.
    public static let secret = "a secret of the tests, and of nothing else"
    /// The text of a secret that they are not signed with.
    public static let otherSecret = "another secret of the tests, of no use at all"
    /// A moment in 2023.
    public static let now: NumericDate = 1_700_000_000

    /// The key of ``secret``.
    public static var key: HS256Key {
        get throws { try HS256Key(utf8: secret) }
    }

    /// The key of ``otherSecret``.
    public static var otherKey: HS256Key {
        get throws { try HS256Key(utf8: otherSecret) }
    }

    /// A text in which anything that reads or writes text can go wrong: composed and decomposed letters, scalars of up to
    /// four bytes, a joined emoji, CR LF, quotes, a backslash, control characters and a line separator.
    public static let difficultText =
        "Zo\u{EB} Zoe\u{308} \u{65E5}\u{672C} \u{1F9D1}\u{200D}\u{1F680}\r\n\"'\\/ \u{0}\u{1F}\u{7F}\u{2028} </script>"
}
