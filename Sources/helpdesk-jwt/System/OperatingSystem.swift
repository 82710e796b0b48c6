import HelpdeskJWT

// There is no Foundation in the tool, so that it is small, starts fast,
// and can be linked statically.
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(CRT)
    import CRT
#endif

/// What the tool asks the system that it runs on.
enum OperatingSystem {
    /// The value of an environment variable, which may be no UTF-8; nil where it is not set.
    static func environmentVariable(_ name: String) -> [UInt8]? {
        guard let text = unsafe getenv(name) else { return nil }
        return unsafe UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
    }

    /// How far local time is ahead of UTC at a date, in seconds. Where there is no time zone, the C library takes UTC.
    @Sendable
    static func offsetFromUTC(at date: NumericDate) -> Int? {
        var local = unsafe tm()
        #if os(Windows)
            var time = __time64_t(date.unixSeconds)
            guard unsafe _localtime64_s(&local, &time) == 0 else { return nil }
            return unsafe Int(_mkgmtime64(&local) - time)
        #else
            guard var time = time_t(exactly: date.unixSeconds), unsafe localtime_r(&time, &local) != nil else {
                return nil
            }
            return unsafe Int(local.tm_gmtoff)
        #endif
    }

    /// Whether there is a file of a name, as far as may be seen.
    static func hasFile(_ path: String) -> Bool {
        #if os(Windows)
            return unsafe path.withCString(encodedAs: UTF16.self) { unsafe _waccess($0, 0) } == 0
        #else
            return unsafe access(path, F_OK) == 0
        #endif
    }

    /// Makes a reader that has gone away an error of the write, and not the end of the process.
    static func ignoreClosedPipes() {
        #if !os(Windows)
            _ = signal(SIGPIPE, SIG_IGN)
        #endif
    }

    /// Ends the process.
    static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}

/// What a call of the system failed for.
struct SystemError: Error {
    private let number: Int32

    private init(_ number: Int32) {
        self.number = number
    }

    /// That of the call that has just failed.
    fileprivate static var last: SystemError {
        #if os(Windows)
            var number: Int32 = 0
            unsafe _ = _get_errno(&number)
            return SystemError(number)
        #else
            return SystemError(errno)
        #endif
    }

    /// Whether nobody is there any more to read what is written.
    var isClosedPipe: Bool { number == EPIPE }
    /// Whether a directory stands where a file belongs.
    var isDirectory: Bool { number == EISDIR }
    /// Whether a signal came in between, and the call can be made again.
    fileprivate var isInterruption: Bool { number == EINTR }

    /// The end of a sentence.
    var reason: String {
        switch number {
        case ENOENT: return "there is no such file"
        case EACCES: return "permission is denied"
        case EBADF: return "it is closed"
        default: return unsafe String(cString: strerror(number)).lowercased()
        }
    }
}

/// An open file.
struct OpenFile {
    static let standardInput = OpenFile(descriptor: 0)
    static let standardOutput = OpenFile(descriptor: 1)
    static let standardError = OpenFile(descriptor: 2)

    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Opens a file for reading. It may be a pipe.
    init(reading path: String) throws(SystemError) {
        #if os(Windows)
            var descriptor: Int32 = -1
            unsafe path.withCString(encodedAs: UTF16.self) {
                unsafe _ = _wsopen_s(&descriptor, $0, _O_RDONLY | _O_BINARY, _SH_DENYNO, 0)
            }
        #else
            let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        #endif
        guard descriptor >= 0 else { throw .last }
        self.descriptor = descriptor
    }

    // Not called after the functions that they call, which Swift would then look for in here.

    func closeFile() {
        #if os(Windows)
            _ = _close(descriptor)
        #else
            _ = close(descriptor)
        #endif
    }

    /// Reads up to so many bytes; none at the end of the file.
    func readBytes(upTo count: Int) throws(SystemError) -> [UInt8] {
        while true {
            var readCount = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
                #if os(Windows)
                    unsafe readCount = Int(_read(descriptor, buffer.baseAddress, UInt32(count)))
                #else
                    unsafe readCount = read(descriptor, buffer.baseAddress, count)
                #endif
                initializedCount = max(readCount, 0)
            }
            if readCount >= 0 { return bytes }
            let error = SystemError.last
            if !error.isInterruption { throw error }
        }
    }

    /// Writes all of a text.
    func writeText(_ text: String) throws(SystemError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes -> Int in
                #if os(Windows)
                    unsafe Int(_write(descriptor, bytes.baseAddress, UInt32(min(bytes.count, 1 << 20))))
                #else
                    unsafe write(descriptor, bytes.baseAddress, bytes.count)
                #endif
            }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else {
                let error = SystemError.last
                if !error.isInterruption { throw error }
            }
        }
    }

    /// Whether a person is at the other end.
    var isTerminal: Bool {
        #if os(Windows)
            return _isatty(descriptor) != 0
        #else
            return isatty(descriptor) == 1
        #endif
    }

    /// How many columns the terminal has at the other end; nil where there is none, or none that says.
    var columnCount: Int? {
        #if os(Windows)
            return nil
        #else
            var size = winsize()
            guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
            return Int(size.ws_col)
        #endif
    }
}
