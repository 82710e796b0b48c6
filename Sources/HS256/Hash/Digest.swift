extension SHA256 {
    /// The 32 bytes that SHA-256 gives for a message.
    ///
    /// A digest is a collection of its bytes: `Array(digest)` and `digest[0]` work. It compares in ordinary time, for
    /// data that is public; a message authentication code compares in constant time, see
    /// ``HMACSHA256/AuthenticationCode``.
    public struct Digest: Sendable, Hashable {
        private let bytes: SIMD32<UInt8>

        /// - Parameter words: H0...H7; a digest is these in big-endian order (FIPS 180-4 6.2.2).
        init(words: SIMD8<UInt32>) {
            // Both are 32 bytes, and every bit pattern is a value of both.
            bytes = unsafe unsafeBitCast(words.bigEndianLanes, to: SIMD32<UInt8>.self)
        }
    }
}

extension SHA256.Digest: RandomAccessCollection {
    /// Always 0.
    public var startIndex: Int { 0 }
    /// Always 32.
    public var endIndex: Int { SHA256.byteCount }
    /// The byte at `position`, which is in 0..<32.
    public subscript(position: Int) -> UInt8 { bytes[position] }
}

extension SHA256.Digest: CustomStringConvertible {
    /// The digest as 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

extension SIMD8<UInt32> {
    /// Each lane in big-endian order; on a vector that is in big-endian order, each lane in the processor's own.
    @inline(__always)
    var bigEndianLanes: Self {
        var lanes = self
        for lane in 0..<8 { lanes[lane] = self[lane].bigEndian }
        return lanes
    }
}
