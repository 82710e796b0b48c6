import HelpdeskJWT

/// Why the tool gives up: a status, one sentence, and where to read more.
struct Failure: Error, Sendable {
    let status: ExitStatus
    /// The sentence, without a period.
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
    static func unsignable(_ error: HS256Error) -> Failure {
        let finding = error.finding
        var remedy = finding.remedy
        if error.code == .claimReserved { remedy = "Use the option that stands for it, or another name" }
        return .usage("the token cannot be signed: \(finding.message)", hint: "\(remedy).")
    }

    /// The same failure with a hint, unless it has one.
    func hinting(_ hint: String) -> Failure {
        Failure(status: status, sentence: sentence, hint: self.hint ?? hint)
    }
}

/// How the tool ends, for scripts.
enum ExitStatus: Int32, Sendable, CaseIterable {
    /// Done; with `check`: the token would be accepted.
    case done = 0
    /// The vendor refuses the token, or the text is not a token.
    case refused = 1
    /// The tool was called the wrong way.
    case wrongUsage = 2
    /// Something could not be read or written.
    case unreadable = 3
    /// With `check`: this tool refuses the token, and the vendor is not known to look at what is wrong.
    case refusedHere = 4
}

extension ExitStatus {
    /// What the status means, for help texts: the end of a sentence.
    var meaning: String {
        switch self {
        case .done: return "done, accepted, or in order"
        case .refused: return "refused by the vendor; with inspect, no token; with check-secret, doubtful"
        case .wrongUsage: return "wrong usage"
        case .unreadable: return "something could not be read or written"
        case .refusedHere: return "refused by this tool alone"
        }
    }
}
