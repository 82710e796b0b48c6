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

/// What the libraries ask the system that they run on.
package enum Platform {
    /// The time since 1970 by the system's clock: to the nanosecond, on Windows to a tenth of a microsecond. Traps where
    /// there is no clock.
    package static var exactTime: (seconds: Int64, nanoseconds: Int) {
        #if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android) || canImport(WASILibc)
            var time = timespec()
            guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else {
                preconditionFailure("the system's clock cannot be read: pass the time")
            }
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

    /// The second that the system's clock showed at its last tick or shows now, whichever is cheaper to ask for. Nil
    /// where only the exact time can be had.
    package static var secondOfLastTick: Int64? {
        #if os(Linux) || os(Android)
            return Int64(time(nil))
        #else
            return nil
        #endif
    }

    /// Whether the processor has the SHA2 instructions of 64-bit Arm. Asks the system each time.
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
        /// A value of the auxiliary vector, which the kernel hands to each program, or zero if it gives none. Swift's
        /// modules of the C libraries leave getauxval(3) out; this file holds the same values.
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
