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

#if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android) || canImport(WASILibc)
    extension NumericDate {
        /// What the clock of the system says now, to the nanosecond.
        public static var now: NumericDate {
            var time = timespec()
            guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return .epoch }
            return NumericDate(unixSeconds: Int64(time.tv_sec), nanoseconds: Int(time.tv_nsec)) ?? .epoch
        }
    }
#elseif canImport(WinSDK)
    extension NumericDate {
        /// What the clock of the system says now, to a tenth of a microsecond.
        public static var now: NumericDate {
            var time = FILETIME()
            unsafe GetSystemTimePreciseAsFileTime(&time)
            let ticks = Int64(time.dwHighDateTime) << 32 | Int64(time.dwLowDateTime)
            // A FILETIME counts tenths of microseconds from 1601.
            let seconds = ticks / 10_000_000 - 11_644_473_600
            return NumericDate(unixSeconds: seconds, nanoseconds: Int(ticks % 10_000_000) * 100) ?? .epoch
        }
    }
#else
    extension NumericDate {
        /// Traps: this platform has no clock, so give each call the time it is to go by. Any answer would be a wrong one
        /// that makes tokens good for ever, or for nobody.
        public static var now: NumericDate {
            preconditionFailure("there is no clock on this platform: pass the time")
        }
    }
#endif

extension NumericDate {
    /// The second that the clock of the system was in at its last tick, which costs less to ask for; nil where it cannot be
    /// asked for.
    static var secondOfLastTick: NumericDate? {
        #if os(Linux) || os(Android)
            return NumericDate(unixSeconds: Int64(time(nil)))
        #else
            return nil
        #endif
    }
}
