#if arch(x86_64) && HS256_AVX512
    import _Builtin_intrinsics.intel

    /// A register of 512 bits, as the intrinsics know it.
    typealias Vector = SIMD8<Int64>

    /// One bit for each of the 64 bytes of a vector, the first one lowest.
    typealias Mask = UInt64

    extension Mask {
        /// The first `count` bytes; none if `count` is negative, all if it is more than 64.
        @inline(__always)
        static func first(_ count: Int) -> Mask {
            count >= 64 ? .max : 1 &<< Mask(truncatingIfNeeded: Swift.max(count, 0)) &- 1
        }
    }
#endif
