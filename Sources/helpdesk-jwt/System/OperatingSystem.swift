import HelpdeskJWT

// The tool does without Foundation, so that it is small, starts fast, and can be linked statically.
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

/// What the tool needs from the operating system.
enum OperatingSystem {
    /// The bytes of an environment variable, not always UTF-8; nil if it is not set.
    static func environmentVariable(_ name: String) -> [UInt8]? {
        #if os(Windows)
            // getenv(3) gives a code page there that lacks most characters, and replaces them by similar ones.
            guard let text = unsafe name.withCString(encodedAs: UTF16.self, { unsafe _wgetenv($0) }) else { return nil }
            return unsafe Array(String(decodingCString: text, as: UTF16.self).utf8)
        #else
            guard let text = unsafe getenv(name) else { return nil }
            return unsafe UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
        #endif
    }

    /// How far local time is ahead of UTC at a date, in seconds. Without a time zone, the C library uses UTC.
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

    /// Whether there is a file at a path, as far as permissions show.
    static func hasFile(_ path: String) -> Bool {
        #if os(Windows)
            return unsafe path.withCString(encodedAs: UTF16.self) { unsafe _waccess($0, 0) } == 0
        #else
            return unsafe access(path, F_OK) == 0
        #endif
    }

    /// Prepares the standard streams: bytes pass unchanged, and a reader that has gone away is an error of the write, not
    /// the end of the process.
    static func prepareStreams() {
        #if os(Windows)
            for descriptor: Int32 in 0...2 { _ = _setmode(descriptor, _O_BINARY) }
        #else
            _ = signal(SIGPIPE, SIG_IGN)
        #endif
    }

    /// Ends the process.
    static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}

/// Why a system call failed.
struct SystemError: Error {
    private let number: Int32

    private init(_ number: Int32) {
        self.number = number
    }

    /// The error of the call that has just failed.
    fileprivate static var last: SystemError {
        #if os(Windows)
            var number: Int32 = 0
            unsafe _ = _get_errno(&number)
            return SystemError(number)
        #else
            return SystemError(errno)
        #endif
    }

    /// Whether the reader has closed the pipe.
    var isClosedPipe: Bool {
        #if os(Windows)
            return number == EPIPE || number == EINVAL
        #else
            return number == EPIPE
        #endif
    }
    /// Whether the file is a directory.
    var isDirectory: Bool { number == EISDIR }
    /// Whether a signal interrupted the call, which can be made again.
    fileprivate var isInterruption: Bool { number == EINTR }

    /// The reason, as the end of a sentence.
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

    // These methods do not share the names of the functions that they call: Swift would find the methods first.

    func closeFile() {
        #if os(Windows)
            _ = _close(descriptor)
        #else
            _ = close(descriptor)
        #endif
    }

    /// Reads at most `count` bytes; none at the end of the file.
    func readBytes(upTo count: Int) throws(SystemError) -> [UInt8] {
        while true {
            var error: SystemError?
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
                #if os(Windows)
                    let readCount = unsafe Int(_read(descriptor, buffer.baseAddress, UInt32(count)))
                #else
                    let readCount = unsafe read(descriptor, buffer.baseAddress, count)
                #endif
                // Asked for before anything else can fail.
                if readCount < 0 { error = .last }
                initializedCount = max(readCount, 0)
            }
            guard let error else { return bytes }
            if !error.isInterruption { throw error }
        }
    }

    /// Writes all of a text.
    func writeText(_ text: String) throws(SystemError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            var error: SystemError?
            let count = unsafe rest.withUnsafeBytes { bytes -> Int in
                #if os(Windows)
                    let count = unsafe Int(_write(descriptor, bytes.baseAddress, UInt32(min(bytes.count, 1 << 20))))
                #else
                    let count = unsafe write(descriptor, bytes.baseAddress, bytes.count)
                #endif
                if count < 0 { error = .last }
                return max(count, 0)
            }
            rest = rest.dropFirst(count)
            if let error, !error.isInterruption { throw error }
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

    /// The columns of the terminal at the other end; nil if there is no terminal or it does not say.
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
