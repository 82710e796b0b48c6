/// Comparison whose time does not depend on where two values differ.
enum ConstantTime {
    /// Whether two 32-byte values are equal, as eight words each.
    ///
    /// All words are compared, their differences gathered by `|`, and the only branch is on the gathered result, so
    /// neither the number nor the place of differing bytes shows in the time taken.
    @inline(__always)
    static func areEqual(_ a: SIMD8<UInt32>, _ b: SIMD8<UInt32>) -> Bool {
        let difference = a ^ b
        let half = difference.lowHalf | difference.highHalf
        let quarter = half.lowHalf | half.highHalf
        return quarter[0] | quarter[1] == 0
    }
}
