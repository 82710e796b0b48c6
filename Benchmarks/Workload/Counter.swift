/// Eight digits that change every time, so that no token can be taken from a cache.
package struct Counter {
    private var value = 10_000_000

    package init() {}

    /// The next numbers as text. Made before the clock starts, since making them is no library's work.
    package mutating func next(_ count: Int) -> [String] {
        (0..<count).map { _ in
            value = value < 99_999_999 ? value + 1 : 10_000_000
            return String(value)
        }
    }
}
