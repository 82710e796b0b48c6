import HelpdeskJWT

extension [Finding] {
    /// Errors first, then warnings, then notes, otherwise in the order in which they were found. A note that explains
    /// why a signature does not match stays behind the error that it explains.
    var inReadingOrder: [Finding] {
        let causes = filter { $0.code == Self.causeOfMismatch }
        let others = filter { $0.code != Self.causeOfMismatch }
        var ordered = Finding.Severity.allCases.sorted(by: >).flatMap { severity in
            others.filter { $0.severity == severity }
        }
        let place = ordered.firstIndex { $0.code == JWTError.signatureMismatch.finding.code }
        ordered.insert(contentsOf: causes, at: place.map { $0 + 1 } ?? ordered.endIndex)
        return ordered
    }

    /// How many there are of a severity.
    func count(of severity: Finding.Severity) -> Int {
        count { $0.severity == severity }
    }

    /// Whether a token with these findings is accepted: nothing but warnings and notes.
    var accept: Bool { count(of: .error) == 0 }

    /// The code of a note that says under which reading of the secret the signature is good.
    static var causeOfMismatch: String { "jwt.secret.reading" }
}
