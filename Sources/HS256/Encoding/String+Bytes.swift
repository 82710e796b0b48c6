/// Calls `body` with the UTF-8 bytes of `string`, without copying them where the string is native.
///
/// `String.utf8.span` would do this with less ceremony, but it needs the newest Apple systems, and the standard
/// library's closures on strings lose the type of a thrown error, which Embedded Swift needs.
@inline(__always)
func withUTF8<Result, Failure: Error>(
    of string: String, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
) throws(Failure) -> Result {
    #if canImport(Darwin)
        // One bridged from Objective-C is copied. That is no second way through `body`, which would be compiled twice.
        var string = string
        string.makeContiguousUTF8()
    #endif
    // One value for both outcomes. An error kept in a variable beside the result was read as set when it was not, by
    // the optimizer of Swift 6.3, where the error is a plain enumeration.
    let outcome: Swift.Result<Result, Failure>? = unsafe string.utf8.withContiguousStorageIfAvailable { bytes in
        do throws(Failure) {
            return .success(unsafe try body(bytes))
        } catch {
            return .failure(error)
        }
    }
    guard let outcome else { preconditionFailure("a contiguous string has contiguous storage") }
    return try outcome.get()
}

extension String {
    /// A string of bytes that are known to be ASCII, and are not looked at again where the standard library can be told so
    /// on every system that is supported.
    @inline(__always)
    @unsafe
    init(knownASCII bytes: UnsafeBufferPointer<UInt8>) {
        #if os(Linux) && !hasFeature(Embedded)
            self = unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: true))
        #else
            self = unsafe String(decoding: bytes, as: UTF8.self)
        #endif
    }

    /// Whether two strings are the same code points.
    ///
    /// `==` also holds for canonically equivalent strings, such as "caf\u{E9}" and "cafe\u{301}"; JOSE compares
    /// without any normalisation (RFC 7515 5.3).
    package func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && beginsWithBytes(of: other)
    }

    /// Whether the string begins with the code points of another one, compared in the same way.
    package func beginsWithBytes(of prefix: String) -> Bool {
        unsafe HS256.withUTF8(of: self) { bytes in
            unsafe HS256.withUTF8(of: prefix) { prefix in
                guard let start = prefix.baseAddress else { return true }
                guard bytes.count >= prefix.count, let ownStart = bytes.baseAddress else { return false }
                return unsafe ByteComparison.areEqual(ownStart, start, count: prefix.count)
            }
        }
    }
}

extension String? {
    /// Whether both are nil, or the same code points.
    package func hasSameBytes(as other: String?) -> Bool {
        switch (self, other) {
        case (nil, nil): return true
        case (let a?, let b?): return a.hasSameBytes(as: b)
        default: return false
        }
    }
}

extension String {
    /// The string for a message: at most 40 scalars and then "…", in quotation marks, control characters escaped.
    ///
    /// What a token says is written by a stranger: it must not fill a log, drive a terminal, or pass a whole token on.
    package var excerpt: String { excerpt(quoted: true) }

    /// ``excerpt`` with or without quotation marks.
    package func excerpt(quoted: Bool) -> String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(40) {
            if scalar.isSafeToShow {
                text.append(scalar)
            } else {
                text.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            }
        }
        let end = unicodeScalars.count > 40 ? "…" : ""
        return quoted ? "\"\(String(text))\(end)\"" : String(text) + end
    }
}

extension Unicode.Scalar {
    /// Whether a terminal shows the scalar as a character that changes nothing around it: no control character, no line
    /// or paragraph separator, and no mark that reverses the direction of text (Unicode TR 36 2.5).
    package var isSafeToShow: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: return false
        default: return true
        }
    }
}
