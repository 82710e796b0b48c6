/// HMAC-SHA-256 as the standards write it down, for comparison.
///
/// Source: RFC 2104 2, FIPS 180-4 6.2.
package enum PlainHMAC {
    /// The authentication code of a message.
    package static func code(for message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > 64 ? sha256(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        return sha256(block.map { $0 ^ 0x5C } + sha256(block.map { $0 ^ 0x36 } + message))
    }

    private static func sha256(_ message: [UInt8]) -> [UInt8] {
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        padded += bytes(UInt64(message.count * 8))
        var hash = fractions(ofRoots: 2, count: 8)
        for start in stride(from: 0, to: padded.count, by: 64) {
            compress(Array(padded[start..<start + 64]), into: &hash)
        }
        return hash.flatMap(bytes)
    }

    private static func compress(_ block: [UInt8], into hash: inout [UInt32]) {
        var w = stride(from: 0, to: 64, by: 4).map { i in
            block[i..<i + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for t in 16..<64 {
            let s0 = rotated(w[t - 15], 7) ^ rotated(w[t - 15], 18) ^ (w[t - 15] >> 3)
            let s1 = rotated(w[t - 2], 17) ^ rotated(w[t - 2], 19) ^ (w[t - 2] >> 10)
            w.append(s1 &+ w[t - 7] &+ s0 &+ w[t - 16])
        }
        var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
        var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
        for t in 0..<64 {
            let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let t1 = h &+ sum1 &+ ((e & f) ^ (~e & g)) &+ roundConstants[t] &+ w[t]
            let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
            let t2 = sum0 &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
        }
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { hash[index] &+= value }
    }

    private static let roundConstants = fractions(ofRoots: 3, count: 64)

    /// The first 32 bits of the fractions of the square or cube roots of the first primes (FIPS 180-4 4.2.2, 5.3.3):
    /// the largest number whose square or cube, as a fraction of 2^32, is no more than the prime.
    private static func fractions(ofRoots degree: Int, count: Int) -> [UInt32] {
        let primes = (2...400).filter { number in !(2..<number).contains { number % $0 == 0 } }.prefix(count)
        return primes.map { prime in
            var root: UInt64 = 0
            for bit in (0..<36).reversed() {
                let candidate = root | 1 << UInt64(bit)
                // root^degree <= prime * 2^(32 degree)
                if isPower(candidate, degree, atMost: UInt64(prime)) { root = candidate }
            }
            return UInt32(truncatingIfNeeded: root)
        }
    }

    /// Whether `root`, a fixed-point number with 32 bits behind the point, to the power of `degree` is at most `limit`.
    private static func isPower(_ root: UInt64, _ degree: Int, atMost limit: UInt64) -> Bool {
        let wide = (0..<degree).reduce(UInt128(1)) { product, _ in product * UInt128(root) }
        return wide <= UInt128(limit) << UInt128(32 * degree)
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian, Array.init)
    }
}
