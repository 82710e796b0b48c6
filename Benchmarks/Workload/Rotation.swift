/// Which of some things comes next, where each has its turn.
package struct Rotation {
    private var index = 0

    package init() {}

    /// - Parameter count: how many things there are.
    package mutating func next(_ count: Int) -> Int {
        index = index + 1 < count ? index + 1 : 0
        return index
    }
}
