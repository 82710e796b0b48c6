import Glibc
import HS256

// Refuses tokens of every kind and size that a stranger may send, and says what that costs on the heap and in time. Ends
// with status 1 where the bytes are not bounded by the size of the token, up to the cap, or where the time for a byte
// grows with their number. With --details it prints every single cost.

/// Sizes in bytes, some of them beyond the usual cap of 16 KiB.
let sizes = [100, 400, 1_600, 6_400, 16_000, 20_000, 200_000, 2_000_000]
/// How many times more a byte may cost in a token that is many times larger: what is quadratic exceeds it by far.
let timeGrowthLimit = 4.0

let key = try HS256Key(utf8: HostileToken.secret)
let kinds = HostileToken.all()
let showsDetails = CommandLine.arguments.contains("--details")
var faults: [String] = []

/// Checks the bytes for one kind of token, and returns the largest share of the limit that was used, in percent.
@MainActor func checkBytes(_ operation: Operation, _ kind: HostileToken) -> Int {
    var largestShare = 0
    for size in sizes {
        let token = kind.make(size)
        let count = token.utf8.count
        let bytes = Cost.bytes { operation.run(token) }
        let limit = operation.limit(forByteCount: count)
        if showsDetails { print("\(operation.name): \(kind.name) of \(count) bytes: \(bytes) bytes of \(limit)") }
        if bytes > limit {
            faults.append("\(operation.name): \(kind.name) of \(count) bytes takes \(bytes) bytes, more than \(limit)")
        }
        largestShare = max(largestShare, bytes * 100 / limit)
    }
    return largestShare
}

/// How many times more a byte costs in a large token than in a small one.
func timeGrowth(_ operation: Operation, _ kind: HostileToken) -> Double {
    let large = min(operation.cap - 500, 64_000)
    let costs = [large / 8, large].map { size in
        let token = kind.make(size)
        return Double(Cost.nanoseconds { operation.run(token) }) / Double(token.utf8.count)
    }
    return costs[1] / max(costs[0], 0.01)
}

/// Checks that a byte costs much the same time in any token, and returns the growth. What is too much is measured again,
/// since the machine may have been busy with something else.
@MainActor func checkTime(_ operation: Operation, _ kind: HostileToken) -> Double {
    var growth = timeGrowth(operation, kind)
    for _ in 0..<5 where growth > timeGrowthLimit { growth = timeGrowth(operation, kind) }
    if showsDetails { print("\(operation.name): \(kind.name): a byte costs \(growth) times more") }
    if growth > timeGrowthLimit {
        faults.append("\(operation.name): \(kind.name): a byte costs \(growth) times more in a token 8 times larger")
    }
    return growth
}

/// Ends the program with status 1 where something costs too much.
@MainActor func endIfFaulty() {
    guard !faults.isEmpty else { return }
    print(faults.joined(separator: "\n"))
    exit(1)
}

precondition(Cost.bytes { _ = Array(repeating: UInt64(sizes.count), count: 1_000) } >= 8_000, "nothing is counted")
for operation in try Operation.all(key) {
    // Time first, with tokens that are not very large: what is quadratic would take hours for those of two megabytes.
    let growth = kinds.map { checkTime(operation, $0) }.max() ?? 0
    endIfFaulty()
    let share = kinds.map { checkBytes(operation, $0) }.max() ?? 0
    endIfFaulty()
    print(
        "\(operation.name): at most \(operation.bytesForAny) + \(operation.bytesPerByte) x size bytes, "
            + "\(share) % of it used; a byte costs at most \(Int(growth * 100)) % of one in a token an eighth as large")
}
print("\(kinds.count) kinds of token, of \(sizes.min() ?? 0) to \(sizes.max() ?? 0) bytes")
