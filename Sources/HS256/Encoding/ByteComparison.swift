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
