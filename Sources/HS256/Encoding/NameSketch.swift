/// Names as one bit each, by their lengths and ends: where no two have the same bit, no two are the same.
struct NameSketch {
    private var bits: UInt64 = 0
    /// Whether two names may be the same.
    private(set) var mayRepeat = false

    /// Takes note of a name in a JSON text.
    @inline(__always)
    mutating func insert(_ name: JSONText, of text: UnsafePointer<UInt8>) {
        // A name is followed by a quote, so there is a first byte even of an empty one, and preceded by one.
        let first = unsafe text[Int(name.offset)]
        let last = unsafe text[Int(name.offset &+ name.count &- 1)]
        let place = UInt64(first) &+ UInt64(last) &* 5 &+ UInt64(truncatingIfNeeded: name.count) &* 23
        let bit: UInt64 = 1 &<< place
        // One with escapes may be the same as one that looks different.
        if bits & bit != 0 || name.hasEscapes { mayRepeat = true }
        bits |= bit
    }
}
