/// What is left of a message to be hashed: whole blocks where it stands, and its end with the padding elsewhere.
///
/// Valid as long as both are.
@safe
public struct PaddedMessage {
    /// The hash so far.
    public let inner: SIMD8<UInt32>
    /// The whole blocks; nil only if there are none.
    public let blocks: UnsafeRawPointer?
    /// How many whole blocks there are.
    public let wholeBlockCount: Int
    /// What is left of the message behind them, and the padding.
    public let tail: UnsafeRawPointer
    /// How many blocks that is: 1 or 2.
    public let tailBlockCount: Int

    /// - Parameters:
    ///   - inner: the hash so far.
    ///   - blocks: `count` times 64 readable bytes, at any alignment; may be nil if there are none.
    ///   - count: the number of whole blocks.
    ///   - tail: `tailCount` times 64 readable bytes: what is left of the message, and the padding.
    ///   - tailCount: 1 or 2.
    @unsafe
    @inline(__always)
    public init(
        inner: SIMD8<UInt32>, blocks: UnsafeRawPointer?, count: Int, tail: UnsafeRawPointer, tailCount: Int
    ) {
        self.inner = inner
        unsafe self.blocks = blocks
        wholeBlockCount = count
        unsafe self.tail = tail
        tailBlockCount = tailCount
    }

    var blockCount: Int { wholeBlockCount + tailBlockCount }

    #if arch(x86_64) && HS256_X86
        /// A block of the message, whole ones first.
        @inline(__always)
        func block(_ index: Int) -> MessageBlock {
            if index < wholeBlockCount, let blocks = unsafe blocks { return unsafe MessageBlock(blocks + 64 * index) }
            return unsafe MessageBlock(tail + 64 * (index - wholeBlockCount))
        }
    #endif
}
