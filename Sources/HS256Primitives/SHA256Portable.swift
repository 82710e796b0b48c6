import HS256Instructions

/// The SHA-256 compression function in plain Swift, for processors without instructions for it.
///
/// Source: FIPS 180-4 6.2.2; the functions are those of section 4.1.2.
enum SHA256Portable {
    /// Works whole blocks into a hash state.
    ///
    /// - Parameters:
    ///   - state: The eight words H0...H7, lane by lane.
    ///   - blocks: `count` times 64 readable bytes, at any alignment.
    ///   - count: The number of blocks.
    @inline(never)
    static func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, count: Int) {
        for index in 0..<count {
            var compression = unsafe Compression(state, blocks + 64 * index)
            RoundConstants.forEachFour { compression.runFourRounds($0, needsSchedule: $1) }
            state = compression.result
        }
    }
}

/// One block on its way into a state.
///
/// All rounds are compiled in line, so each constant is an immediate operand, each word stays in one register, and
/// nothing is left of the assignments that only give words new names.
private struct Compression {
    private let before: SIMD8<UInt32>
    /// The working variables.
    private var a, b, c, d, e, f, g, h: UInt32
    /// The next sixteen words of the message schedule, in order.
    private var w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15: UInt32

    /// - Parameters:
    ///   - state: H0...H7, lane by lane.
    ///   - block: 64 readable bytes, at any alignment.
    @inline(__always)
    init(_ state: SIMD8<UInt32>, _ block: UnsafeRawPointer) {
        /// Message word `index`: 32 bits in big-endian order.
        @inline(__always)
        func word(_ index: Int) -> UInt32 {
            unsafe UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
        }
        before = state
        (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
        (w0, w1, w2, w3, w4, w5, w6, w7) = (word(0), word(1), word(2), word(3), word(4), word(5), word(6), word(7))
        (w8, w9, w10, w11) = (word(8), word(9), word(10), word(11))
        (w12, w13, w14, w15) = (word(12), word(13), word(14), word(15))
    }

    /// Four rounds: FIPS 180-4 6.2.2 step 3. Instead of moving the working variables along, each line names them one
    /// place further on.
    @inline(__always)
    mutating func runFourRounds(_ constants: SIMD4<UInt32>, needsSchedule: Bool) {
        if needsSchedule { schedule() }
        Self.round(a, b, c, &d, e, f, g, &h, w0 &+ constants[0])
        Self.round(h, a, b, &c, d, e, f, &g, w1 &+ constants[1])
        Self.round(g, h, a, &b, c, d, e, &f, w2 &+ constants[2])
        Self.round(f, g, h, &a, b, c, d, &e, w3 &+ constants[3])
        (a, b, c, d, e, f, g, h) = (e, f, g, h, a, b, c, d)
        (w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15) =
            (w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15, w0, w1, w2, w3)
    }

    /// Replaces W(t-16)...W(t-13) with the next four words: FIPS 180-4 6.2.2 step 1.
    @inline(__always)
    private mutating func schedule() {
        Self.expand(&w0, w1, w9, w14)
        Self.expand(&w1, w2, w10, w15)
        Self.expand(&w2, w3, w11, w0)
        Self.expand(&w3, w4, w12, w1)
    }

    @inline(__always)
    private static func expand(_ w16: inout UInt32, _ w15: UInt32, _ w7: UInt32, _ w2: UInt32) {
        let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 &>> 3)
        let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 &>> 10)
        w16 = w16 &+ sigma0 &+ w7 &+ sigma1
    }

    /// One round. `kw` is the sum of its constant and its message word.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ kw: UInt32
    ) {
        let choice = g ^ (e & (f ^ g))
        let majority = (a & b) | (c & (a | b))
        let t1 = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ kw
        d = d &+ t1
        h = t1 &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        (word &>> bits) | (word &<< (32 &- bits))
    }

    /// The state after all rounds: FIPS 180-4 6.2.2 step 4.
    @inline(__always)
    var result: SIMD8<UInt32> { before &+ SIMD8(a, b, c, d, e, f, g, h) }
}
