/// Copies of few bytes, without a call.
enum ByteCopy {
    /// Copies up to fifteen bytes. Both ends are taken whole, so that words may overlap.
    @inline(__always)
    static func copyShort(
        _ source: UnsafePointer<UInt8>, count: Int, to destination: UnsafeMutablePointer<UInt8>
    ) {
        let (source, destination) = unsafe (UnsafeRawPointer(source), UnsafeMutableRawPointer(destination))
        if count >= 8 {
            unsafe copyEnds(UInt64.self, source, count, destination)
        } else if count >= 4 {
            unsafe copyEnds(UInt32.self, source, count, destination)
        } else if count >= 2 {
            unsafe copyEnds(UInt16.self, source, count, destination)
        } else if count == 1 {
            unsafe copyEnds(UInt8.self, source, count, destination)
        }
    }

    @inline(__always)
    private static func copyEnds<Word: BitwiseCopyable>(
        _ type: Word.Type, _ source: UnsafeRawPointer, _ count: Int, _ destination: UnsafeMutableRawPointer
    ) {
        let end = count &- MemoryLayout<Word>.size
        let (first, last) = unsafe (
            source.loadUnaligned(as: type), source.loadUnaligned(fromByteOffset: end, as: type)
        )
        unsafe destination.storeBytes(of: first, as: type)
        unsafe destination.storeBytes(of: last, toByteOffset: end, as: type)
    }
}
