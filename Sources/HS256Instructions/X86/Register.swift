#if arch(x86_64) && HS256_X86
    /// A register of 128 bits, as the intrinsics declare it. Every bit pattern is a value of every type it is read as.
    typealias Register = SIMD2<Int64>

    @inline(__always)
    func register(_ words: SIMD4<UInt32>) -> Register {
        unsafe unsafeBitCast(words, to: Register.self)
    }

    @inline(__always)
    func register(_ bytes: SIMD16<UInt8>) -> Register {
        unsafe unsafeBitCast(bytes, to: Register.self)
    }

    @inline(__always)
    func words(_ register: Register) -> SIMD4<UInt32> {
        unsafe unsafeBitCast(register, to: SIMD4<UInt32>.self)
    }

    @inline(__always)
    func bytes(_ register: Register) -> SIMD16<UInt8> {
        unsafe unsafeBitCast(register, to: SIMD16<UInt8>.self)
    }

    extension SIMD16<UInt8> {
        /// The same byte in every lane.
        @inline(__always)
        static func all(_ byte: UInt8) -> Self { Self(repeating: byte) }
    }
#endif
