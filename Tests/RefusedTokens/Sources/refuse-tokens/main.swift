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
let kinds = HostileToken.all(key)
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

/// Checks that a byte costs much the same time in a small and in a large token, and returns the growth.
@MainActor func checkTime(_ operation: Operation, _ kind: HostileToken) -> Double {
    let large = min(operation.cap - 500, 500_000)
    let costs = [large / 8, large].map { size in
        let token = kind.make(size)
        return Double(Cost.nanoseconds { operation.run(token) }) / Double(token.utf8.count)
    }
    let growth = costs[1] / max(costs[0], 0.01)
    if showsDetails { print("\(operation.name): \(kind.name): \(costs[1]) ns a byte, before that \(costs[0])") }
    if growth > timeGrowthLimit {
        faults.append("\(operation.name): \(kind.name): a byte costs \(growth) times more in a token 8 times larger")
    }
    return growth
}

precondition(Cost.bytes { _ = Array(repeating: UInt64(sizes.count), count: 1_000) } >= 8_000, "nothing is counted")
for operation in try Operation.all(key) {
    let share = kinds.map { checkBytes(operation, $0) }.max() ?? 0
    let growth = kinds.map { checkTime(operation, $0) }.max() ?? 0
    print(
        "\(operation.name): at most \(operation.bytesForAny) + \(operation.bytesPerByte) x size bytes, "
            + "\(share) % of it used; a byte costs at most \(Int(growth * 100)) % of one in a token an eighth as large")
}
print("\(kinds.count) kinds of token, of \(sizes.min() ?? 0) to \(sizes.max() ?? 0) bytes")
faults.forEach { print("FAULT", $0) }
if !faults.isEmpty { exit(1) }
