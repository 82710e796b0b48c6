// The one file of the package's libraries that imports a platform.
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#elseif canImport(WinSDK)
    import WinSDK
#endif

/// What there is to ask of the system that the code runs on.
enum Platform {
    /// The time since 1970 by the system's clock: to the nanosecond, on Windows to a tenth of a microsecond. Traps where
    /// there is no clock.
    static var exactTime: (seconds: Int64, nanoseconds: Int) {
        #if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android) || canImport(WASILibc)
            var time = timespec()
            guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return (0, 0) }
            return (Int64(time.tv_sec), Int(time.tv_nsec))
        #elseif canImport(WinSDK)
            var time = FILETIME()
            unsafe GetSystemTimePreciseAsFileTime(&time)
            let ticks = Int64(time.dwHighDateTime) << 32 | Int64(time.dwLowDateTime)
            // A FILETIME counts tenths of microseconds from 1601.
            return (ticks / 10_000_000 - 11_644_473_600, Int(ticks % 10_000_000) * 100)
        #else
            preconditionFailure("there is no clock on this platform: pass the time")
        #endif
    }

    /// The second that the system's clock was in at its last tick, or in now, whichever costs less to ask for; nil where
    /// there is only the exact time.
    static var secondOfLastTick: Int64? {
        #if os(Linux) || os(Android)
            return Int64(time(nil))
        #else
            return nil
        #endif
    }

    /// Whether the processor has the SHA2 instructions of 64-bit Arm. Asks anew each time.
    static var hasArmSHA2: Bool {
        #if arch(arm64) && canImport(Darwin)
            // All of Apple's have.
            return true
        #elseif arch(arm64) && (os(Linux) || os(Android))
            // AT_HWCAP, HWCAP_SHA2
            return auxiliaryValue(of: 16) & 1 << 6 != 0
        #else
            return false
        #endif
    }

    #if os(Linux) || os(Android)
        /// What the kernel tells a program that it starts, as getauxval(3) has it: zero for what it does not say. Swift's
        /// modules of the C libraries leave that function out; this file has the same.
        static func auxiliaryValue(of type: UInt) -> UInt {
            let file = unsafe open("/proc/self/auxv", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return 0 }
            defer { _ = close(file) }
            var entry: (type: UInt, value: UInt) = (0, 0)
            let byteCount = MemoryLayout.size(ofValue: entry)
            while unsafe read(file, &entry, byteCount) == byteCount {
                if entry.type == type { return entry.value }
            }
            return 0
        }
    #endif
}
