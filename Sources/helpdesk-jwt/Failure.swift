import HelpdeskJWT

/// Why the tool gives up: a status, one sentence, and where to read on.
struct Failure: Error, Sendable {
    let status: ExitStatus
    /// The sentence, without a full stop.
    let sentence: String
    /// A second sentence, such as where the help text is.
    private(set) var hint: String?

    /// The tool was called the wrong way.
    static func usage(_ sentence: String, hint: String? = nil) -> Failure {
        Failure(status: .wrongUsage, sentence: sentence, hint: hint)
    }

    /// Something could not be read.
    static func unreadable(_ sentence: String, hint: String? = nil) -> Failure {
        Failure(status: .unreadable, sentence: sentence, hint: hint)
    }

    /// What was asked for cannot be signed.
    static func unsignable(_ error: JWTError) -> Failure {
        let finding = error.finding
        var remedy = finding.remedy
        if case .claimReserved = error { remedy = "Use the option that stands for it, or another name" }
        return .usage("the token cannot be signed: \(finding.message)", hint: "\(remedy).")
    }

    /// The same failure with a hint, unless it has one.
    func hinting(_ hint: String) -> Failure {
        Failure(status: status, sentence: sentence, hint: self.hint ?? hint)
    }
}
