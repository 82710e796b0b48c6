import HS256AVX512

/// Where runs of plain ASCII end in a JSON text: at quotes, backslashes, control characters, and all bytes of 0x80 and
/// more.
///
/// One bit a byte, made in one pass before the text is read. If each string's end were looked for when its turn comes, each
/// search would wait for the one before it.
@safe
struct SpecialBytes {
    private let words: UnsafePointer<UInt64>

    /// The special bytes of a text. What is behind its end is special too.
    ///
    /// - Parameters:
    ///   - text: the text, which must not be empty.
    ///   - words: where the bits go, which must outlive the result and not be used for anything else.
    @unsafe
    @inline(__always)
    init(of text: UnsafeBufferPointer<UInt8>, in words: inout GrowableBuffer<UInt64>) {
        let wordCount = text.count / 64 + 1
        let start = unsafe words.room(for: wordCount)
        if Self.isWide {
            unsafe SpecialBytesAVX512.mark(text.baseAddress.unsafelyUnwrapped, count: text.count, into: start)
        } else {
            unsafe Self.mark(text, into: start)
        }
        words.commit(wordCount, of: wordCount)
        unsafe self.words = UnsafePointer(start)
    }

    /// The special bytes of a text that have been marked already.
    ///
    /// - Parameter words: a bit for each byte, the first one lowest, and one at least behind the end.
    @unsafe
    @inline(__always)
    init(marks words: UnsafePointer<UInt64>) {
        unsafe self.words = words
    }

    /// Whether the running processor has instructions for it, found out once per process.
    private static let isWide = SpecialBytesAVX512.isSupported

    /// The same on any processor.
    static func mark(_ text: UnsafeBufferPointer<UInt8>, into words: UnsafeMutablePointer<UInt64>) {
        guard let bytes = text.baseAddress else { return }
        let wholeCount = text.count / 64
        for index in 0..<wholeCount { unsafe words[index] = PlainText.marks(at: bytes + 64 * index) }
        // What is behind the end is zero here, and so is marked.
        var last = SIMD64<UInt8>()
        unsafe withUnsafeMutableBytes(of: &last) { last in
            unsafe last.copyMemory(from: UnsafeRawBufferPointer(start: bytes + 64 * wholeCount, count: text.count % 64))
            // SIMD64<UInt8> is 64 bytes, never none.
            let start = unsafe last.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
            unsafe words[wholeCount] = PlainText.marks(at: start)
        }
    }

    /// The offset of the first special byte at `start` or behind it, or the end of the text.
    ///
    /// - Parameter start: 0 up to the number of bytes.
    @inline(__always)
    func first(from start: Int) -> Int {
        // Shifts in place of divisions, since the compiler does not know that offsets are not negative.
        var index = start &>> 6
        var marks = unsafe words[index] &>> UInt64(truncatingIfNeeded: start)
        if marks != 0 { return start &+ marks.trailingZeroBitCount }
        // There is a mark at the end at least.
        repeat {
            index &+= 1
            marks = unsafe words[index]
        } while marks == 0
        return (index &<< 6) &+ marks.trailingZeroBitCount
    }
}
