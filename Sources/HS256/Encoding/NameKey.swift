/// A number made of a name, so that names that differ can be told apart by one comparison, nearly always.
///
/// Names with different keys are different; names with the same key may be. Up to eight bytes, and for longer names the
/// first and last eight and the length, go into it.
struct NameKey: BitwiseCopyable, Equatable {
    private let value: UInt64

    /// The key of `count` bytes.
    @inline(__always)
    @unsafe
    init(_ name: UnsafePointer<UInt8>, count: Int) {
        let name = unsafe UnsafeRawPointer(name)
        var word: UInt64
        if count >= 8 {
            let first = unsafe name.loadUnaligned(as: UInt64.self)
            let last = unsafe name.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            word = first ^ (last &* 0x9E37_79B9_7F4A_7C15)
        } else if count >= 4 {
            let first = unsafe UInt64(name.loadUnaligned(as: UInt32.self))
            let last = unsafe UInt64(name.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
            word = first | last << 32
        } else {
            word = 0
            for offset in 0..<count {
                word |= unsafe UInt64(name.load(fromByteOffset: offset, as: UInt8.self)) << UInt64(8 * offset)
            }
        }
        value = word ^ UInt64(truncatingIfNeeded: count) << 56
    }

    /// The key of what has no name.
    @inline(__always)
    init() { value = 0 }
}
