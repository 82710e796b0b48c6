/// Where the UTF-8 bytes of a string are.
///
/// Finding that out only reads, so a string that lies in an array or another value is looked at where it lies, and not
/// retained: what would write at the same time might, for all the compiler knows, be the end of it.
@safe
struct StringBytes {
    /// The bytes; nil where they are in ``words``. Valid as long as the string is neither changed nor released.
    let start: UnsafePointer<UInt8>?
    /// Up to fifteen bytes, the first one lowest, and spaces behind them.
    let words: SIMD2<UInt64>
    /// How many there are.
    let count: Int

    /// The bytes of a string, or nil for one that another runtime owns and that is not at hand as UTF-8.
    ///
    /// These are functions and no initializers, as those retain what they are given.
    @inline(__always)
    static func of(_ string: String) -> StringBytes? {
        unsafe string.utf8.withContiguousStorageIfAvailable { bytes in unsafe StringBytes(bytes) }
    }

    /// The same for a value, or nil where it is no string.
    @inline(__always)
    static func of(_ value: JSONValue) -> StringBytes? {
        guard case .string(let string) = value else { return nil }
        return of(string)
    }

    /// Short ones are taken along: a short string has them in itself, and what points to them then ends with the call.
    @inline(__always)
    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = bytes.count
        if count > 15 {
            unsafe start = bytes.baseAddress
            words = SIMD2()
        } else {
            unsafe start = nil
            words = unsafe Self.words(bytes)
        }
    }

    /// The first eight bytes are loaded as one word and the others as another, as a short string has just been stored: a
    /// load that needs bytes of two stores waits until both have reached the cache.
    @inline(__always)
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> SIMD2<UInt64> {
        let spaces: UInt64 = 0x2020_2020_2020_2020
        guard let first = bytes.baseAddress else { return SIMD2(spaces, spaces) }
        let bits = UInt64(truncatingIfNeeded: bytes.count) &* 8
        if bytes.count < 8 {
            return unsafe SIMD2(ShortText.word(first, count: bytes.count) | spaces &<< bits, spaces)
        }
        let rest = unsafe ShortText.word(first + 8, count: bytes.count &- 8)
        return unsafe SIMD2(PlainText.word(at: first), rest | spaces &<< (bits &- 64))
    }
}
