import HS256Primitives

/// A token's text, taken apart at its two dots. Valid as long as the text is.
///
/// Source: RFC 7515 7.1.
@safe
struct CompactToken {
    /// The whole text.
    let text: UnsafeBufferPointer<UInt8>
    private let firstDot: Int
    private let secondDot: Int

    /// Takes `text` apart, which must have exactly two dots.
    ///
    /// - Throws: ``Finding/Code/notThreeSegments``.
    @unsafe
    init(_ text: UnsafeBufferPointer<UInt8>) throws(HS256Error) {
        let first = unsafe Self.dot(in: text, from: 0)
        let second = unsafe Self.dot(in: text, from: first + 1)
        let third = unsafe Self.dot(in: text, from: second + 1)
        guard second < text.count, third == text.count else {
            let dots = unsafe text.count { $0 == 0x2E }
            throw unsafe HS256Error(.notThreeSegments(count: dots + 1, resemblance: Self.resemblance(text, dots: dots)))
        }
        unsafe self.text = text
        firstDot = first
        secondDot = second
    }

    /// Takes `text` apart whose header is known, if its signature is as long as one of HS256. A dot too many in one of the
    /// other parts is found when they are decoded.
    ///
    /// - Parameters:
    ///   - text: the text of the token.
    ///   - firstDot: Where the dot after the header is.
    @unsafe
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>, firstDot: Int) {
        let secondDot = text.count &- 1 &- Base64.encodedByteCount(SHA256.byteCount)
        guard secondDot > firstDot, unsafe text[secondDot] == 0x2E else { return nil }
        unsafe self.text = text
        self.firstDot = firstDot
        self.secondDot = secondDot
    }

    /// Where the first dot at `start` or after it is, or the end of the text. Nearly all of a token has no dot in it,
    /// and is passed eight bytes at a time.
    @inline(__always)
    private static func dot(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset &+ 8 <= text.count {
            let dots = unsafe Self.dots(text, at: offset)
            if dots != 0 { return offset &+ dots.trailingZeroBitCount / 8 }
            offset &+= 8
        }
        while offset < text.count, unsafe text[offset] != 0x2E { offset &+= 1 }
        return min(offset, text.count)
    }

    /// The high bit of the first of the eight bytes from `offset` on that is a dot, and maybe of later ones; zero where
    /// none is: where a byte is a dot, the difference is zero there.
    @inline(__always)
    private static func dots(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
        let word = unsafe ByteWord.load(text.baseAddress.unsafelyUnwrapped + offset)
        return ByteWord.matches(of: 0x2E, in: word)
    }

    /// The bytes that are signed: header, dot, payload, as received.
    var signingInput: UnsafeBufferPointer<UInt8> { unsafe slice(0, secondDot) }

    /// The text of one part.
    func segment(_ segment: TokenSegment) -> UnsafeBufferPointer<UInt8> {
        switch segment {
        case .header: return unsafe slice(0, firstDot)
        case .payload: return unsafe slice(firstDot &+ 1, secondDot)
        case .signature: return unsafe slice(secondDot &+ 1, text.count)
        }
    }

    /// The bytes of a part, in scratch memory, or nil where the part is not base64url.
    @inline(__always)
    func decode(
        _ part: TokenSegment, in scratch: inout Scratch, backend: Backend = .current
    ) -> UnsafeBufferPointer<UInt8>? {
        let text = unsafe segment(part)
        let bytes = unsafe scratch.take(Base64.decodedByteCount(text.count) &+ Base64.slack, of: UInt8.self)
        guard let count = unsafe Base64.decode(text, into: bytes, backend: backend) else { return nil }
        return unsafe UnsafeBufferPointer(start: bytes, count: count)
    }

    /// Why a part cannot be decoded: ``Finding/Code/segmentEncoding``, or what is around the whole token, since it explains
    /// the fault in the part.
    @inline(never)
    func refusal(of part: TokenSegment) -> HS256Error {
        let error = unsafe Base64URL.fault(of: segment(part))
        if let wrapping = unsafe TokenWrapping.around(text) { return HS256Error(.tokenWrapped(wrapping)) }
        if part == .header, unsafe Self.isAfterOtherText(segment(.header)) { return HS256Error(.tokenWrapped(.other)) }
        return HS256Error(.segmentEncoding(part, error))
    }

    /// Whether a header that cannot be decoded ends with one that begins as JSON does, `{"`.
    private static func isAfterOtherText(_ header: UnsafeBufferPointer<UInt8>) -> Bool {
        guard header.count > 3 else { return false }
        return (1..<header.count - 2).contains { index in
            unsafe header[index] == 0x65 && header[index + 1] == 0x79 && header[index + 2] == 0x4A
        }
    }

    private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: text.baseAddress.map { unsafe $0 + start }, count: end &- start)
    }

    private static func resemblance(_ text: UnsafeBufferPointer<UInt8>, dots: Int) -> TokenResemblance? {
        guard let first = unsafe text.first(where: { $0 > 0x20 }) else { return .empty }
        if first == 0x7B { return .jsonObject }
        return dots == 4 ? .encryptedToken : nil
    }
}
