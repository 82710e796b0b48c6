import Foundation

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
