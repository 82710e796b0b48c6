/// The SHA-256 compression function in plain Swift, for processors without SHA instructions.
///
/// Source: FIPS 180-4 6.2.2; the functions are those of section 4.1.2, the constants those of section 4.2.2.
enum SHA256Portable {
    /// Works whole 64-byte blocks into `state`.
    ///
    /// `blocks` must point to `count` times 64 readable bytes, at any alignment.
    ///
    /// The rounds are written out so that each constant is an immediate operand and each working variable stays in one
    /// register: instead of moving a...h along, every line names them one place further.
    static func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, count: Int) {
        var block = unsafe blocks
        for _ in 0..<count {
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            var w0 = unsafe word(0, of: block)
            var w1 = unsafe word(1, of: block)
            var w2 = unsafe word(2, of: block)
            var w3 = unsafe word(3, of: block)
            var w4 = unsafe word(4, of: block)
            var w5 = unsafe word(5, of: block)
            var w6 = unsafe word(6, of: block)
            var w7 = unsafe word(7, of: block)
            var w8 = unsafe word(8, of: block)
            var w9 = unsafe word(9, of: block)
            var w10 = unsafe word(10, of: block)
            var w11 = unsafe word(11, of: block)
            var w12 = unsafe word(12, of: block)
            var w13 = unsafe word(13, of: block)
            var w14 = unsafe word(14, of: block)
            var w15 = unsafe word(15, of: block)

            round(a, b, c, &d, e, f, g, &h, w0 &+ 0x428a_2f98)
            round(h, a, b, &c, d, e, f, &g, w1 &+ 0x7137_4491)
            round(g, h, a, &b, c, d, e, &f, w2 &+ 0xb5c0_fbcf)
            round(f, g, h, &a, b, c, d, &e, w3 &+ 0xe9b5_dba5)
            round(e, f, g, &h, a, b, c, &d, w4 &+ 0x3956_c25b)
            round(d, e, f, &g, h, a, b, &c, w5 &+ 0x59f1_11f1)
            round(c, d, e, &f, g, h, a, &b, w6 &+ 0x923f_82a4)
            round(b, c, d, &e, f, g, h, &a, w7 &+ 0xab1c_5ed5)
            round(a, b, c, &d, e, f, g, &h, w8 &+ 0xd807_aa98)
            round(h, a, b, &c, d, e, f, &g, w9 &+ 0x1283_5b01)
            round(g, h, a, &b, c, d, e, &f, w10 &+ 0x2431_85be)
            round(f, g, h, &a, b, c, d, &e, w11 &+ 0x550c_7dc3)
            round(e, f, g, &h, a, b, c, &d, w12 &+ 0x72be_5d74)
            round(d, e, f, &g, h, a, b, &c, w13 &+ 0x80de_b1fe)
            round(c, d, e, &f, g, h, a, &b, w14 &+ 0x9bdc_06a7)
            round(b, c, d, &e, f, g, h, &a, w15 &+ 0xc19b_f174)

            expand(&w0, w1, w9, w14)
            round(a, b, c, &d, e, f, g, &h, w0 &+ 0xe49b_69c1)
            expand(&w1, w2, w10, w15)
            round(h, a, b, &c, d, e, f, &g, w1 &+ 0xefbe_4786)
            expand(&w2, w3, w11, w0)
            round(g, h, a, &b, c, d, e, &f, w2 &+ 0x0fc1_9dc6)
            expand(&w3, w4, w12, w1)
            round(f, g, h, &a, b, c, d, &e, w3 &+ 0x240c_a1cc)
            expand(&w4, w5, w13, w2)
            round(e, f, g, &h, a, b, c, &d, w4 &+ 0x2de9_2c6f)
            expand(&w5, w6, w14, w3)
            round(d, e, f, &g, h, a, b, &c, w5 &+ 0x4a74_84aa)
            expand(&w6, w7, w15, w4)
            round(c, d, e, &f, g, h, a, &b, w6 &+ 0x5cb0_a9dc)
            expand(&w7, w8, w0, w5)
            round(b, c, d, &e, f, g, h, &a, w7 &+ 0x76f9_88da)
            expand(&w8, w9, w1, w6)
            round(a, b, c, &d, e, f, g, &h, w8 &+ 0x983e_5152)
            expand(&w9, w10, w2, w7)
            round(h, a, b, &c, d, e, f, &g, w9 &+ 0xa831_c66d)
            expand(&w10, w11, w3, w8)
            round(g, h, a, &b, c, d, e, &f, w10 &+ 0xb003_27c8)
            expand(&w11, w12, w4, w9)
            round(f, g, h, &a, b, c, d, &e, w11 &+ 0xbf59_7fc7)
            expand(&w12, w13, w5, w10)
            round(e, f, g, &h, a, b, c, &d, w12 &+ 0xc6e0_0bf3)
            expand(&w13, w14, w6, w11)
            round(d, e, f, &g, h, a, b, &c, w13 &+ 0xd5a7_9147)
            expand(&w14, w15, w7, w12)
            round(c, d, e, &f, g, h, a, &b, w14 &+ 0x06ca_6351)
            expand(&w15, w0, w8, w13)
            round(b, c, d, &e, f, g, h, &a, w15 &+ 0x1429_2967)

            expand(&w0, w1, w9, w14)
            round(a, b, c, &d, e, f, g, &h, w0 &+ 0x27b7_0a85)
            expand(&w1, w2, w10, w15)
            round(h, a, b, &c, d, e, f, &g, w1 &+ 0x2e1b_2138)
            expand(&w2, w3, w11, w0)
            round(g, h, a, &b, c, d, e, &f, w2 &+ 0x4d2c_6dfc)
            expand(&w3, w4, w12, w1)
            round(f, g, h, &a, b, c, d, &e, w3 &+ 0x5338_0d13)
            expand(&w4, w5, w13, w2)
            round(e, f, g, &h, a, b, c, &d, w4 &+ 0x650a_7354)
            expand(&w5, w6, w14, w3)
            round(d, e, f, &g, h, a, b, &c, w5 &+ 0x766a_0abb)
            expand(&w6, w7, w15, w4)
            round(c, d, e, &f, g, h, a, &b, w6 &+ 0x81c2_c92e)
            expand(&w7, w8, w0, w5)
            round(b, c, d, &e, f, g, h, &a, w7 &+ 0x9272_2c85)
            expand(&w8, w9, w1, w6)
            round(a, b, c, &d, e, f, g, &h, w8 &+ 0xa2bf_e8a1)
            expand(&w9, w10, w2, w7)
            round(h, a, b, &c, d, e, f, &g, w9 &+ 0xa81a_664b)
            expand(&w10, w11, w3, w8)
            round(g, h, a, &b, c, d, e, &f, w10 &+ 0xc24b_8b70)
            expand(&w11, w12, w4, w9)
            round(f, g, h, &a, b, c, d, &e, w11 &+ 0xc76c_51a3)
            expand(&w12, w13, w5, w10)
            round(e, f, g, &h, a, b, c, &d, w12 &+ 0xd192_e819)
            expand(&w13, w14, w6, w11)
            round(d, e, f, &g, h, a, b, &c, w13 &+ 0xd699_0624)
            expand(&w14, w15, w7, w12)
            round(c, d, e, &f, g, h, a, &b, w14 &+ 0xf40e_3585)
            expand(&w15, w0, w8, w13)
            round(b, c, d, &e, f, g, h, &a, w15 &+ 0x106a_a070)

            expand(&w0, w1, w9, w14)
            round(a, b, c, &d, e, f, g, &h, w0 &+ 0x19a4_c116)
            expand(&w1, w2, w10, w15)
            round(h, a, b, &c, d, e, f, &g, w1 &+ 0x1e37_6c08)
            expand(&w2, w3, w11, w0)
            round(g, h, a, &b, c, d, e, &f, w2 &+ 0x2748_774c)
            expand(&w3, w4, w12, w1)
            round(f, g, h, &a, b, c, d, &e, w3 &+ 0x34b0_bcb5)
            expand(&w4, w5, w13, w2)
            round(e, f, g, &h, a, b, c, &d, w4 &+ 0x391c_0cb3)
            expand(&w5, w6, w14, w3)
            round(d, e, f, &g, h, a, b, &c, w5 &+ 0x4ed8_aa4a)
            expand(&w6, w7, w15, w4)
            round(c, d, e, &f, g, h, a, &b, w6 &+ 0x5b9c_ca4f)
            expand(&w7, w8, w0, w5)
            round(b, c, d, &e, f, g, h, &a, w7 &+ 0x682e_6ff3)
            expand(&w8, w9, w1, w6)
            round(a, b, c, &d, e, f, g, &h, w8 &+ 0x748f_82ee)
            expand(&w9, w10, w2, w7)
            round(h, a, b, &c, d, e, f, &g, w9 &+ 0x78a5_636f)
            expand(&w10, w11, w3, w8)
            round(g, h, a, &b, c, d, e, &f, w10 &+ 0x84c8_7814)
            expand(&w11, w12, w4, w9)
            round(f, g, h, &a, b, c, d, &e, w11 &+ 0x8cc7_0208)
            expand(&w12, w13, w5, w10)
            round(e, f, g, &h, a, b, c, &d, w12 &+ 0x90be_fffa)
            expand(&w13, w14, w6, w11)
            round(d, e, f, &g, h, a, b, &c, w13 &+ 0xa450_6ceb)
            expand(&w14, w15, w7, w12)
            round(c, d, e, &f, g, h, a, &b, w14 &+ 0xbef9_a3f7)
            expand(&w15, w0, w8, w13)
            round(b, c, d, &e, f, g, h, &a, w15 &+ 0xc671_78f2)

            state = state &+ SIMD8(a, b, c, d, e, f, g, h)
            unsafe block += 64
        }
    }

    /// Message word `index` of a block: 32 bits in big-endian order.
    @inline(__always)
    private static func word(_ index: Int, of block: UnsafeRawPointer) -> UInt32 {
        unsafe UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }

    /// One word of the message schedule, in place of the word sixteen before it: FIPS 180-4 6.2.2 step 1.
    @inline(__always)
    private static func expand(_ w16: inout UInt32, _ w15: UInt32, _ w7: UInt32, _ w2: UInt32) {
        let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 &>> 3)
        let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 &>> 10)
        w16 = w16 &+ sigma0 &+ w7 &+ sigma1
    }

    /// One round: FIPS 180-4 6.2.2 step 3. `kw` is the sum of the round's constant and message word.
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
}
