/// Where the UTF-8 bytes of a string are.
///
/// Finding that out only reads, so a string that lies in an array or another value is looked at where it lies, and not
/// retained: what would write at the same time might, for all the compiler knows, be the end of it.
@safe
enum StringBytes {
    /// Short ones are taken along: a short string has them in itself, and what points to them ends with the call.
    case short(ShortText)
    /// More than that, in memory. Valid as long as the string is neither changed nor released.
    case long(UnsafeBufferPointer<UInt8>)

    /// The bytes of a string, or nil for one that another runtime owns and that is not at hand as UTF-8.
    ///
    /// These are functions and no initializers, as those retain what they are given.
    @inline(__always)
    static func of(_ string: String) -> StringBytes? {
        if let text = ShortText.of(string) { return .short(text) }
        return unsafe string.utf8.withContiguousStorageIfAvailable { bytes in
            guard let start = bytes.baseAddress, bytes.count > ShortText.maximumCount else {
                return unsafe .short(ShortText(bytes))
            }
            return unsafe .long(UnsafeBufferPointer(start: start, count: bytes.count))
        }
    }

    /// The same for a value, or nil where it is no string.
    @inline(__always)
    static func of(_ value: JSONValue) -> StringBytes? {
        guard case .string(let string) = value else { return nil }
        return of(string)
    }
}
