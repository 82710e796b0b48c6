#if os(Linux)
    /// Replaces the function that Swift's runtime uses to find its backtracer if the tool is linked statically.
    /// Package.swift tells the linker to use it.
    ///
    /// The runtime looks in the program's own folder before anything else runs, and aborts if /proc does not exist to
    /// name it. Null means that there is no backtracer: a crash shows as a signal, without a backtrace.
    @_cdecl("__wrap_swift_copyAuxiliaryExecutablePath")
    public func pathOfAuxiliaryExecutable(_ name: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? { nil }
#endif
