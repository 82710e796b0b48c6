import Foundation

/// A run of the tool in this process, as `main.swift` would start it.
public enum CheckRun {
    /// Runs the tool with these arguments; it reads and writes the standard streams of the process.
    ///
    /// - Returns: the exit status.
    public static func run(_ arguments: [String]) -> Int32 {
        Tool.run(arguments, Console()).rawValue
    }
}
