import HelpdeskJWT

extension String {
    /// An argument that is out of place, as a message shows it. What is long may be a secret or a token that went astray,
    /// and is not repeated.
    var astray: String {
        isShortEnoughToRepeat ? excerpt : "of \(unicodeScalars.count) characters"
    }

    /// Whether a text that somebody typed is too short for a secret.
    var isShortEnoughToRepeat: Bool { unicodeScalars.count <= 16 }
}
