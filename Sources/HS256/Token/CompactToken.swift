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
    /// - Throws: ``JWTError/notThreeSegments(count:resemblance:)``.
    @unsafe
    init(_ text: UnsafeBufferPointer<UInt8>) throws(JWTError) {
        let first = unsafe Self.dot(in: text, from: 0)
        let second = unsafe Self.dot(in: text, from: first + 1)
        let third = unsafe Self.dot(in: text, from: second + 1)
        guard second < text.count, third == text.count else {
            let dots = unsafe text.count { $0 == 0x2E }
            throw unsafe .notThreeSegments(count: dots + 1, resemblance: Self.resemblance(text, dots: dots))
        }
        unsafe self.text = text
        firstDot = first
        secondDot = second
    }

    /// Takes `text` apart whose header is known, if its signature is as long as one of HS256. Whether there is a dot more
    /// in one of the other parts, their decoding will show.
    ///
    /// - Parameters:
    ///   - text: the text of the token.
    ///   - firstDot: where the dot behind the header is.
    @unsafe
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>, firstDot: Int) {
        let secondDot = text.count &- 1 &- Base64URL.encodedByteCount(SHA256.byteCount)
        guard secondDot > firstDot, unsafe text[secondDot] == 0x2E else { return nil }
        unsafe self.text = text
        self.firstDot = firstDot
        self.secondDot = secondDot
    }

    /// Where the first dot at `start` or behind it is, or the end of the text. Nearly all of a token has no dot in it,
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
        let bytes = unsafe UInt64(
            littleEndian: UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped)
                .loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let difference = bytes ^ 0x2E2E_2E2E_2E2E_2E2E
        return (difference &- 0x0101_0101_0101_0101) & ~difference & PlainText.highBits
    }

    /// The bytes that are signed: header, dot, payload, as received.
    var signingInput: UnsafeBufferPointer<UInt8> { unsafe slice(0, secondDot) }

    /// The text of one part.
    func segment(_ segment: TokenSegment) -> UnsafeBufferPointer<UInt8> {
        switch segment {
        case .header: return unsafe slice(0, firstDot)
        case .payload: return unsafe slice(firstDot + 1, secondDot)
        case .signature: return unsafe slice(secondDot + 1, text.count)
        }
    }

    /// Writes the bytes of a part to `destination`, which must have room for as many bytes as the part has characters and
    /// ``Base64URL/slack``.
    ///
    /// - Returns: the number of bytes.
    /// - Throws: ``JWTError/segmentEncoding(_:_:)``, ``JWTError/tokenWrapped(_:)``.
    func decode(_ part: TokenSegment, into destination: UnsafeMutablePointer<UInt8>) throws(JWTError) -> Int {
        do throws(Base64URLError) {
            return unsafe try Base64URL.decode(segment(part), into: destination)
        } catch {
            throw refusal(of: part, error)
        }
    }

    /// The bytes of a part, on the heap.
    func decoded(_ part: TokenSegment) throws(JWTError) -> [UInt8] {
        unsafe try [UInt8](unsafeUninitializedCapacity: segment(part).count + Base64URL.slack) {
            (buffer, count) throws(JWTError) in
            count = unsafe try decode(part, into: buffer.baseAddress.unsafelyUnwrapped)
        }
    }

    /// What stands around the whole token is said first, since it explains the fault in the part.
    private func refusal(of part: TokenSegment, _ error: Base64URLError) -> JWTError {
        if let wrapping = unsafe TokenWrapping.around(text) { return .tokenWrapped(wrapping) }
        return .segmentEncoding(part, error)
    }

    private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(rebasing: text[start..<end])
    }

    private static func resemblance(_ text: UnsafeBufferPointer<UInt8>, dots: Int) -> TokenResemblance? {
        guard let first = unsafe text.first(where: { $0 > 0x20 }) else { return .empty }
        if first == 0x7B { return .jsonObject }
        return dots == 4 ? .encryptedToken : nil
    }
}

extension TokenWrapping {
    /// How many things around a token are taken off to look at what is inside. Nobody wraps a token more often by
    /// mistake, and each costs another look at the whole text.
    package static var maximumDepth: Int { 8 }

    /// What stands around a token, or nil where nothing known does.
    static func around(_ text: UnsafeBufferPointer<UInt8>) -> TokenWrapping? {
        guard let first = unsafe text.first, let last = unsafe text.last else { return nil }
        if first <= 0x20 || last <= 0x20 { return .whitespace }
        if (first == 0x22 || first == 0x27) && last == first { return .quotes }
        // Schemes of the Authorization header are compared without regard to case (RFC 7235 2.1).
        func begins(with scheme: StaticString) -> Bool {
            guard text.count > scheme.utf8CodeUnitCount else { return false }
            return (0..<scheme.utf8CodeUnitCount).allSatisfy {
                unsafe text[$0] | 0x20 == scheme.utf8Start[$0]
            }
        }
        if begins(with: "bearer ") { return .bearer }
        if begins(with: "jwt ") { return .jwt }
        return nil
    }

    /// The token without what stands around it.
    package func unwrap(_ text: String) -> String {
        switch self {
        case .bearer: return String(decoding: text.utf8.dropFirst(7), as: UTF8.self)
        case .jwt: return String(decoding: text.utf8.dropFirst(4), as: UTF8.self)
        case .quotes: return String(decoding: text.utf8.dropFirst().dropLast(), as: UTF8.self)
        case .whitespace:
            let start = text.utf8.drop { $0 <= 0x20 }
            return String(decoding: Array(start.reversed().drop { $0 <= 0x20 }.reversed()), as: UTF8.self)
        }
    }
}
