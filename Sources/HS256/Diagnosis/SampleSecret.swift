/// What is used for a secret where none is set: the words of programs for no value, and the placeholders of samples.
struct SampleSecret {
    /// The text.
    let text: String
    /// What it is, the end of a sentence.
    let meaning: String

    /// The first of all sample secrets for which a condition holds.
    static func first(where isSecret: (String.UTF8View) -> Bool) -> SampleSecret? {
        for group in groups {
            if let word = group.words.first(where: { isSecret($0.utf8) }) {
                return SampleSecret(text: word, meaning: group.meaning)
            }
        }
        for mark in templateMarks {
            for word in templateWords.map({ mark.0 + $0 + mark.1 }) where isSecret(word.utf8) {
                return SampleSecret(text: word, meaning: "the placeholder of a sample, which was not filled in")
            }
        }
        return nil
    }

    /// Whether a text that was set for a secret is one of these, or looks like one.
    static func isLikely(_ text: ArraySlice<UInt8>) -> Bool {
        if text.isEmpty { return false }
        if text.first == 0x3C && text.last == 0x3E { return true }
        return parts.contains { text.contains($0, ignoringCase: true) } || first { $0.elementsEqual(text) } != nil
    }

    /// What placeholders have in them and secrets have not.
    private static let parts: [StaticString] = [
        "your", "{{", "${", "changeme", "change-me", "placeholder", "****", "example", "xxxx",
    ]

    /// What a template has around the name of a variable.
    private static let templateMarks = [
        ("#{", "}"), ("{{", "}}"), ("{{ ", " }}"), ("${", "}"), ("<", ">"), ("%", "%"), ("$", ""), ("[", "]"),
    ]

    private static let templateWords = [
        "secret", "yourSecret", "your_secret", "SECRET", "JWT_SECRET", "shared_secret",
    ]

    private static let groups: [(meaning: String, words: [String])] = [
        ("which is empty: the environment variable is not set", [""]),
        ("so the variable was not set", ["undefined", "null", "None", "nil", "NULL", "(null)", "false"]),
        ("so the variable is not the secret", ["true"]),
        ("so an object was made into text", ["[object Object]"]),
        ("so a Promise was not awaited", ["[object Promise]"]),
        ("so an array was made into text", ["Array"]),
        (
            "the sample secret of jwt.io",
            [
                "your-256-bit-secret", "your-384-bit-secret", "your-512-bit-secret",
                "a-string-secret-at-least-256-bits-long",
                "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
            ]
        ),
        ("a secret as it is shown masked", ["********", "REDACTED"]),
        ("the sample secret of jsonwebtoken", ["shhhhh"]),
        ("the name of a variable in the vendor's sample", ["widgetSharedSecretKey"]),
        (
            "a placeholder of samples, the name of the variable",
            [
                "JWT_SECRET", "SECRET_KEY", "SIGNING_SECRET", "FERNDESK_JWT_SECRET", "ZENDESK_JWT_SECRET",
                "ZENDESK_SECRET", "process.env.JWT_SECRET",
            ]
        ),
        (
            "a placeholder of samples",
            [
                "secret", "SECRET", "supersecret", "password", "test", "key", "changeme", "change-me", "CHANGEME",
                "CHANGE_ME",
                "secret_key", "secretKey", "jwt_secret", "jwtSecret", "encryption_key", "ENCRYPTION_KEY",
                "shared_secret", "shared-secret", "sharedSecret", "SHARED_SECRET",
                "my_secret", "my-secret", "mysecret", "mySecret", "my-secret-key",
                "your_secret", "your-secret", "yourSecret", "YOUR_SECRET", "<your-secret>", "<YOUR_SECRET>",
                "your_secret_key", "your-secret-key", "yourSecretKey", "YourSecretKey", "YOUR_SECRET_KEY",
                "your_shared_secret", "your-shared-secret", "YOUR_SHARED_SECRET", "<SHARED_SECRET>",
                "your_jwt_secret", "your-jwt-secret", "YOUR_JWT_SECRET", "your-encryption-key",
            ]
        ),
    ]
}
