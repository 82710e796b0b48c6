#if os(Linux)
    /// Stands in for the function with which Swift's runtime looks for its backtracer, where the tool is linked statically;
    /// Package.swift tells the linker so.
    ///
    /// The runtime looks in the program's own folder before anything else runs, and aborts if there is no /proc to name that
    /// folder. Null says that there is no backtracer: a crash shows as a signal, without a backtrace.
    @_cdecl("__wrap_swift_copyAuxiliaryExecutablePath")
    public func pathOfAuxiliaryExecutable(_ name: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? { nil }
#endif
