#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The arguments of the process.
enum ProcessArguments {
    /// The arguments after the tool's own name, which may itself be missing. They must be UTF-8: Swift would replace
    /// anything else with a replacement character, and the tool would sign that.
    static func read() throws(Failure) -> [String] {
        var arguments: [String] = []
        for (index, argument) in texts.enumerated().dropFirst() {
            guard let argument else { throw .usage("argument \(index) is not UTF-8 text") }
            arguments.append(argument)
        }
        return arguments
    }

    /// The arguments, with the tool's name first; nil for each that is not UTF-8.
    private static var texts: [String?] {
        let texts = (0..<Int(CommandLine.argc)).map { unsafe text(CommandLine.unsafeArgv[$0]) }
        #if os(Linux)
            return texts.isEmpty ? textsOnStack : texts
        #else
            return texts
        #endif
    }

    private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
        unsafe pointer.flatMap { unsafe String(validatingCString: $0) }
    }

    #if os(Linux)
        /// The arguments as the kernel laid them out.
        ///
        /// Swift reads them from /proc, which a bare container lacks. In memory, they precede the environment: their
        /// number, a pointer to each, and a null pointer (System V ABI for x86-64, 3.4.1).
        private static var textsOnStack: [String?] {
            let environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe environ
            guard let environment = unsafe environment else { return [] }
            let end = unsafe environment - 1
            // No pointer has the value of a count.
            let count = (0..<65_536).first { unsafe UInt(bitPattern: (end - $0 - 1).pointee) == UInt($0) } ?? 0
            return (0..<count).map { unsafe text((end - count + $0).pointee) }
        }
    #endif
}
