/// Texts that fit into a register.
enum ShortText {
    /// Up to seven bytes as a word, the first one lowest, and zeros behind them. Both ends are taken whole, as words that
    /// overlap, and moved to their places.
    @inline(__always)
    static func word(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        let source = unsafe UnsafeRawPointer(bytes)
        let bits = UInt64(truncatingIfNeeded: count) &* 8
        if count >= 4 {
            let beginning = unsafe UInt64(source.loadUnaligned(as: UInt32.self))
            let end = unsafe UInt64(source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
            return beginning | end &<< (bits &- 32)
        }
        if count == 0 { return 0 }
        let middle = count / 2
        return unsafe UInt64(bytes[0]) | UInt64(bytes[middle]) &<< (8 &* UInt64(middle))
            | UInt64(bytes[count &- 1]) &<< (bits &- 8)
    }
}
