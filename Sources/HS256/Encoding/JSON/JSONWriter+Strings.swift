extension JSONWriter {
    /// Writes the bytes of a string between quotes, escaped.
    @inline(__always)
    mutating func write(_ string: StringBytes) {
        switch string {
        case .short(let text): write(text)
        case .long(let bytes): unsafe write(long: bytes)
        }
    }

    @inline(__always)
    mutating func write(_ text: ShortText) {
        guard JSONBytes.needsNoEscape(text) else { return writeWithEscapes(text) }
        write(plain: text)
    }

    /// The same for a text of which nothing must be escaped.
    @inline(__always)
    mutating func write(plain text: ShortText) {
        let room = unsafe buffer.room(for: Self.shortTextRoom)
        unsafe text.store(to: room + 1)
        unsafe close(room, count: text.count, of: Self.shortTextRoom)
    }

    /// A short text is stored as two whole words, however short, and has two quotes.
    static var shortTextRoom: Int { 16 + 2 }

    @inline(__always)
    private mutating func write(long bytes: UnsafeBufferPointer<UInt8>) {
        let roomCount = bytes.count &+ 2
        let room = unsafe buffer.room(for: roomCount)
        guard unsafe JSONBytes.copy(bytes.baseAddress.unsafelyUnwrapped, count: bytes.count, to: room + 1) else {
            return unsafe writeWithEscapes(bytes)
        }
        unsafe close(room, count: bytes.count, of: roomCount)
    }

    /// Writes the quotes around text that is written.
    @inline(__always)
    private mutating func close(_ room: UnsafeMutablePointer<UInt8>, count: Int, of roomCount: Int) {
        unsafe room[0] = 0x22
        unsafe room[count &+ 1] = 0x22
        buffer.commit(count &+ 2, of: roomCount)
    }

    @inline(never)
    private mutating func writeWithEscapes(_ text: ShortText) {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { memory in
            unsafe text.store(to: memory.baseAddress.unsafelyUnwrapped)
            unsafe writeWithEscapes(UnsafeBufferPointer(rebasing: memory[..<text.count]))
        }
    }

    /// Writes bytes some of which must be escaped: looked at and copied in one pass. Until the
    /// first escape, there is room for all of it; an escape asks for more.
    @inline(never)
    private mutating func writeWithEscapes(_ text: UnsafeBufferPointer<UInt8>) {
        // It has a byte that must be escaped.
        let bytes = unsafe text.baseAddress.unsafelyUnwrapped
        let count = text.count
        write(byte: 0x22)
        var offset = 0
        while offset < count {
            let rest = count - offset
            let room = unsafe buffer.room(for: rest + 1)
            let plain = unsafe JSONBytes.copyUpToEscape(bytes + offset, count: rest, to: room)
            buffer.commit(plain, of: rest)
            offset += plain
            guard offset < count else { break }
            unsafe writeEscape(of: bytes[offset])
            offset += 1
        }
        write(byte: 0x22)
    }

    /// The shortest escape there is: RFC 8259 7.
    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case 0x22: write(literal: "\\\"")
        case 0x5C: write(literal: "\\\\")
        case 0x08: write(literal: "\\b")
        case 0x09: write(literal: "\\t")
        case 0x0A: write(literal: "\\n")
        case 0x0C: write(literal: "\\f")
        case 0x0D: write(literal: "\\r")
        default:
            write(literal: "\\u00")
            write(byte: Hexadecimal.digit(byte >> 4))
            write(byte: Hexadecimal.digit(byte & 15))
        }
    }
}
