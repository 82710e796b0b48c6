/// Tokens that have their turn one after the other.
package struct Rotation {
    private var index = 0

    package init() {}

    /// The next `count` of some tokens, of which the first follows the last. Picked before the clock starts, since picking
    /// them is no library's work.
    package mutating func next(_ count: Int, of tokens: [String]) -> [String] {
        (0..<count).map { _ in
            index = index + 1 < tokens.count ? index + 1 : 0
            return tokens[index]
        }
    }
}
