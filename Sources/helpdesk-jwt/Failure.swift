import Foundation
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
enum ExitStatus: Int32, Sendable {
    /// Done; with `check`: the token would be accepted.
    case done = 0
    /// The vendor refuses the token, or it is none.
    case refused = 1
    /// The tool was called the wrong way.
    case wrongUsage = 2
    /// Something could not be read or written.
    case unreadable = 3
    /// With `check`: this tool refuses the token, and the vendor is not known to look at what is wrong.
    case refusedHere = 4
}

/// What the operating system said, underneath what Foundation makes of it.
enum SystemError {
    /// The `errno` of an error, if there is one anywhere in it.
    static func number(of error: any Error) -> Int32? {
        var next: NSError? = error as NSError
        while let error = next {
            if error.domain == NSPOSIXErrorDomain { return Int32(exactly: error.code) }
            next = error.userInfo[NSUnderlyingErrorKey] as? NSError
        }
        return nil
    }

    /// The end of a sentence about an error.
    static func reason(for error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileNoSuchFile?, .fileReadNoSuchFile?: return "there is no such file"
        case .fileReadNoPermission?: return "permission is denied"
        default: break
        }
        switch number(of: error) {
        case ENOENT?: return "there is no such file"
        case EACCES?: return "permission is denied"
        case EBADF?: return "it is closed"
        case let number?: return String(cString: strerror(number)).lowercased()
        case nil: return "the system reports an error"
        }
    }
}
