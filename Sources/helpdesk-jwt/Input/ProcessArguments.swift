/// The arguments of the process.
enum ProcessArguments {
    /// The arguments behind the tool's own name. They must be UTF-8: Swift would otherwise replace what is not by a
    /// replacement character, and that would be signed.
    static func read() throws(Failure) -> [String] {
        var arguments: [String] = []
        for index in 1..<max(Int(CommandLine.argc), 1) {
            guard let bytes = CommandLine.unsafeArgv[index] else { break }
            guard let argument = String(validatingCString: bytes) else {
                throw .usage("argument \(index) is not UTF-8 text")
            }
            arguments.append(argument)
        }
        return arguments
    }
}
