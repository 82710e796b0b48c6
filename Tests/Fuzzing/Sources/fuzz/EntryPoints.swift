import Foundation

// What libFuzzer, whose `main` the program has, calls by name.

/// The target that the environment names. libFuzzer calls from one thread only.
nonisolated(unsafe) private var target: (any FuzzTarget.Type)?

/// Chooses the target; what is in the arguments is libFuzzer's.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(_ argumentCount: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
    let targets = FuzzTargets.all
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"]
    guard let named = targets.first(where: { $0.name == name }) else {
        print("FUZZ_TARGET must be one of: \(targets.map { $0.name }.joined(separator: " "))")
        exit(2)
    }
    target = named
    named.prepare()
    return 0
}

/// Hands an input to the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func runOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
