/// Names as one bit each, by their lengths and ends: where no two have the same bit, no two are the same.
struct NameSketch {
    private var bits: UInt64 = 0
    private var repeatedBits: UInt64 = 0
    private var areAllPlainASCII = true

    /// Whether two names may be the same.
    var mayRepeat: Bool {
        // One with escapes or other characters may be the same as one that looks different.
        repeatedBits != 0 || !areAllPlainASCII
    }

    /// Takes note of a name in a JSON text.
    @inline(__always)
    mutating func insert(_ name: JSONText, of text: UnsafePointer<UInt8>) {
        let bit = unsafe Self.bit(of: name, in: text)
        repeatedBits |= bits & bit
        bits |= bit
        if !name.isPlainASCII { areAllPlainASCII = false }
    }

    /// Whether a name that has been inserted may be the same as another one.
    func mayRepeat(_ name: JSONText, of text: UnsafePointer<UInt8>) -> Bool {
        unsafe !areAllPlainASCII || repeatedBits & Self.bit(of: name, in: text) != 0
    }

    @inline(__always)
    private static func bit(of name: JSONText, in text: UnsafePointer<UInt8>) -> UInt64 {
        // A name is followed by a quote, so there is a first byte even of an empty one, and preceded by one.
        let start = unsafe text + Int(name.offset)
        let count = Int(name.count)
        let (first, last) = unsafe (UInt64(start[0]), UInt64(start[count &- 1]))
        return 1 &<< (first &+ last &* 5 &+ UInt64(truncatingIfNeeded: count) &* 23)
    }
}
