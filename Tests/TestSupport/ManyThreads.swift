import Foundation

/// Work that many threads do at once.
///
/// Threads of the system and not tasks: there are only as many threads for tasks as the machine has cores, and Thread
/// Sanitizer knows the locks of these.
public enum ManyThreads {
    /// Runs `work` on `count` threads, which set off together, and waits for all of them.
    ///
    /// - Parameter work: gets the number of its thread, 0..<count.
    /// - Throws: the first error that a thread has thrown.
    public static func run(_ count: Int = 8, _ work: @escaping @Sendable (Int) throws -> Void) throws {
        let state = State(awaited: count)
        for number in 0..<count {
            let thread = Thread {
                state.awaitStart()
                state.finish(Result { try work(number) })
            }
            // A diagnosis nests more deeply than a thread's 512 KiB would bear in a build with a sanitizer.
            thread.stackSize = 8 << 20
            thread.start()
        }
        try state.awaitEnd()
    }

    /// What the threads share. All of it is guarded by the condition.
    private final class State: @unchecked Sendable {
        private let condition = NSCondition()
        private var waiting: Int
        private var running: Int
        private var firstError: (any Error)?

        init(awaited count: Int) {
            waiting = count
            running = count
        }

        func awaitStart() {
            condition.lock()
            defer { condition.unlock() }
            waiting -= 1
            condition.broadcast()
            while waiting > 0 { condition.wait() }
        }

        func finish(_ result: Result<Void, any Error>) {
            condition.lock()
            defer { condition.unlock() }
            if case .failure(let error) = result, firstError == nil { firstError = error }
            running -= 1
            condition.broadcast()
        }

        func awaitEnd() throws {
            condition.lock()
            defer { condition.unlock() }
            while running > 0 { condition.wait() }
            if let firstError { throw firstError }
        }
    }
}
