/// How the tool ends, for scripts.
enum ExitStatus: Int32, Sendable {
    /// Done; with `check`: the token would be accepted.
    case done = 0
    /// The token would be refused, or is none.
    case refused = 1
    /// The tool was called the wrong way.
    case wrongUsage = 2
    /// Something could not be read or written.
    case unreadable = 3
}
