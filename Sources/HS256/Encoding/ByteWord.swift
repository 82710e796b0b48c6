/// Eight bytes of text as one number, the first byte lowest.
enum ByteWord {
    /// The highest bit of each byte.
    static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// Eight bytes, at any alignment.
    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// The high bit of the first byte that is `byte`, and maybe of later bytes; zero where none is.
    @inline(__always)
    static func matches(of byte: UInt8, in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & highBits
    }
}

/// Comparison of short texts that are not secret.
@usableFromInline
enum ByteComparison {
    /// Whether two runs of `count` bytes are the same. Both ends are taken whole, so that words may overlap.
    @inlinable
    @inline(__always)
    static func areEqual(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, count: Int) -> Bool {
        let (a, b) = unsafe (UnsafeRawPointer(a), UnsafeRawPointer(b))
        if count >= 32 {
            var difference = SIMD2<UInt64>()
            var offset = 0
            while true {
                difference |=
                    unsafe a.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
                    ^ b.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
                if offset == count &- 16 { return difference[0] | difference[1] == 0 }
                offset = min(offset &+ 16, count &- 16)
            }
        }
        if count >= 8 {
            var offset = 0
            while true {
                let difference =
                    unsafe a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    ^ b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                if difference != 0 { return false }
                if offset == count &- 8 { return true }
                offset = min(offset &+ 8, count &- 8)
            }
        }
        if count >= 4 {
            let beginning = unsafe a.loadUnaligned(as: UInt32.self) ^ b.loadUnaligned(as: UInt32.self)
            let end =
                unsafe a.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
                ^ b.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            return beginning | end == 0
        }
        for offset in 0..<count {
            guard
                unsafe a.load(fromByteOffset: offset, as: UInt8.self)
                    == b.load(fromByteOffset: offset, as: UInt8.self)
            else { return false }
        }
        return true
    }
}
