// The heap's entry points as the linker's `--wrap` leads to them: each adds up what is asked for and hands the request on.
// There is one thread, and none of these may allocate.

/// The heap since the program began.
enum HeapCounter {
    /// How many bytes have been asked for, whether or not they were given back. A constant first value, so that it needs
    /// no initialisation at run time, which may come before `main`.
    nonisolated(unsafe) fileprivate(set) static var byteCount = 0
}

@_silgen_name("__real_malloc") private func realMalloc(_ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__real_calloc") private func realCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__real_realloc")
private func realRealloc(_ old: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__real_aligned_alloc")
private func realAlignedAlloc(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__real_posix_memalign")
private func realPosixMemalign(
    _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
) -> CInt

/// `malloc`.
@_cdecl("__wrap_malloc")
public func countedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
    HeapCounter.byteCount &+= size
    return realMalloc(size)
}

/// `calloc`.
@_cdecl("__wrap_calloc")
public func countedCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    HeapCounter.byteCount &+= count &* size
    return realCalloc(count, size)
}

/// `realloc`, which counts as a new piece of memory.
@_cdecl("__wrap_realloc")
public func countedRealloc(_ old: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    HeapCounter.byteCount &+= size
    return realRealloc(old, size)
}

/// `aligned_alloc`.
@_cdecl("__wrap_aligned_alloc")
public func countedAlignedAlloc(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    HeapCounter.byteCount &+= size
    return realAlignedAlloc(alignment, size)
}

/// `posix_memalign`.
@_cdecl("__wrap_posix_memalign")
public func countedPosixMemalign(
    _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
) -> CInt {
    HeapCounter.byteCount &+= size
    return realPosixMemalign(result, alignment, size)
}
