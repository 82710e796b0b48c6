#if os(Linux)
    import Glibc

    /// Memory behind which nothing can be read or written: who tries is stopped by the system.
    public enum GuardedMemory {
        /// Calls `body` with a copy of some bytes that ends where the memory does.
        public static func with<Result>(
            _ bytes: [UInt8], _ body: (UnsafeMutableBufferPointer<UInt8>) throws -> Result
        ) rethrows -> Result {
            let pageSize = sysconf(Int32(_SC_PAGESIZE))
            let size = (bytes.count + pageSize - 1) / pageSize * pageSize
            let flags = MAP_PRIVATE | MAP_ANONYMOUS
            guard let memory = mmap(nil, size + pageSize, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED,
                mprotect(memory + size, pageSize, PROT_NONE) == 0
            else { fatalError("no memory from the system") }
            defer { munmap(memory, size + pageSize) }
            let start = (memory + (size - bytes.count)).assumingMemoryBound(to: UInt8.self)
            let buffer = UnsafeMutableBufferPointer(start: start, count: bytes.count)
            _ = buffer.initialize(fromContentsOf: bytes)
            return try body(buffer)
        }
    }
#endif
