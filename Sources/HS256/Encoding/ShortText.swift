/// A text of up to fifteen bytes, in two registers.
///
/// That is what the standard library's short strings are, on systems of 64 bits: the bytes from the lowest one of the first
/// word on, zeros after them, and in the highest byte of the second word the mark of this form and the count. It is said
/// in the library's source (StringObject.swift, "small strings") and frozen on Apple's systems, but promised nowhere else.
/// So strings that the compiler makes are compared with it, ``isStringForm``, and where it is another form, strings are
/// taken apart and made by the library's own calls. The compiler knows the outcome, so nothing is left of the comparison.
/// A short string costs a few instructions so; by those calls, a hundred.
struct ShortText: Equatable {
    /// How many bytes there are at most.
    static var maximumCount: Int { 15 }

    /// The first eight bytes, the first one lowest, and zeros after them.
    let first: UInt64
    /// The same of the others.
    let second: UInt64
    /// How many there are.
    let count: Int

    /// - Parameters:
    ///   - bytes: `count` bytes.
    ///   - count: up to ``maximumCount``.
    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        self.count = count
        if count < 8 {
            first = unsafe Self.word(bytes, count: count)
            second = 0
        } else {
            // Both ends are taken whole, as words that overlap. What both have is shifted out of the last one: in two
            // steps, since all of it may be.
            let last = unsafe ByteWord.load(bytes + (count &- 8))
            let bits = UInt64(truncatingIfNeeded: Self.maximumCount &- count) &* 8
            first = unsafe ByteWord.load(bytes)
            second = (last &>> 8) &>> bits
        }
    }

    /// The same of memory that may be none.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else {
            self.init(first: 0, second: 0, count: 0)
            return
        }
        unsafe self.init(start, count: bytes.count)
    }

    @inline(__always)
    private init(first: UInt64, second: UInt64, count: Int) {
        self.first = first
        self.second = second
        self.count = count
    }

    /// Up to seven bytes.
    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        let bits = UInt64(truncatingIfNeeded: count) &* 8
        if count >= 4 {
            let source = unsafe UnsafeRawPointer(bytes)
            let beginning = unsafe UInt64(UInt32(littleEndian: source.loadUnaligned(as: UInt32.self)))
            let end = unsafe UInt64(
                UInt32(littleEndian: source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
            return beginning | end &<< (bits &- 32)
        }
        if count == 0 { return 0 }
        let middle = count / 2
        return unsafe UInt64(bytes[0]) | UInt64(bytes[middle]) &<< (8 &* UInt64(middle))
            | UInt64(bytes[count &- 1]) &<< (bits &- 8)
    }
}

extension ShortText {
    /// Sixteen bytes in the order of memory: the text, and zeros after it.
    @inline(__always)
    var vector: SIMD2<UInt64> { SIMD2(first.littleEndian, second.littleEndian) }

    /// Writes these sixteen bytes.
    @inline(__always)
    func store(to memory: UnsafeMutablePointer<UInt8>) {
        unsafe UnsafeMutableRawPointer(memory).storeBytes(of: vector, as: SIMD2<UInt64>.self)
    }
}

// MARK: Strings

#if _pointerBitWidth(_64) && _endian(little)
    extension ShortText {
        private typealias Bits = (UInt64, UInt64)

        /// Set in the second word of each short string, and of no other.
        private static var shortMark: UInt64 { 0x2000_0000_0000_0000 }
        /// How the second word of one of ASCII begins.
        private static var asciiMark: UInt64 { 0xE000_0000_0000_0000 }

        /// Whether short strings have the form that is described above.
        @inline(__always)
        static var isStringForm: Bool {
            MemoryLayout<String>.size == MemoryLayout<Bits>.size
                && bits(of: "") == (0, asciiMark)
                && bits(of: "ab") == (0x6261, asciiMark | 0x0200_0000_0000_0000)
                && bits(of: "\u{E9}") == (0xA9C3, 0xA200_0000_0000_0000)
                && bits(of: "abcdefghijklmno") == (0x6867_6665_6463_6261, asciiMark | 0x0F6F_6E6D_6C6B_6A69)
        }

        @inline(__always)
        private static func bits(of string: String) -> Bits {
            // Both are 16 bytes, which is seen first.
            unsafe unsafeBitCast(string, to: Bits.self)
        }

        /// The bytes of a string; nil where it is kept in another form.
        @inline(__always)
        static func of(_ string: String) -> ShortText? {
            guard isStringForm else { return nil }
            let bits = bits(of: string)
            guard bits.1 & shortMark != 0 else { return nil }
            return ShortText(
                first: bits.0, second: bits.1 & 0x00FF_FFFF_FFFF_FFFF,
                count: Int(truncatingIfNeeded: bits.1 &>> 56) & 15)
        }

        /// The string, where all bytes are ASCII; nil where strings have another form.
        @inline(__always)
        var asciiString: String? {
            guard Self.isStringForm else { return nil }
            var bits: Bits = (first, second | Self.asciiMark | UInt64(truncatingIfNeeded: count) &<< 56)
            // Taken out and not cast, which would count a reference; such a string refers to nothing.
            return unsafe withUnsafeMutableBytes(of: &bits) { bits in
                unsafe bits.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: String.self).move()
            }
        }
    }
#else
    extension ShortText {
        static var isStringForm: Bool { false }

        static func of(_ string: String) -> ShortText? { nil }

        var asciiString: String? { nil }
    }
#endif

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

    /// The bytes of a value that is a string, or nil if it is none.
    @inline(__always)
    static func of(_ value: JSONValue) -> StringBytes? {
        guard case .string(let string) = value else { return nil }
        return of(string)
    }
}
