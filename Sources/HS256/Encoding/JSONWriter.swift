/// Writes JSON text without white space, the same text for the same calls.
///
/// Strings are escaped as little as RFC 8259 7 allows: `"`, `\` and control characters; everything else is UTF-8.
@usableFromInline
struct JSONWriter: ~Copyable {
    @usableFromInline
    var buffer: GrowableBuffer<UInt8>

    init(into buffer: consuming GrowableBuffer<UInt8>) {
        self.buffer = buffer
    }

    /// The text that `body` writes, as a string.
    static func text(_ body: (inout JSONWriter) -> Void) -> String {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { memory in
            var writer = unsafe JSONWriter(into: GrowableBuffer(lent: memory))
            body(&writer)
            return unsafe String(decoding: writer.buffer.elements, as: UTF8.self)
        }
    }

    @inline(__always)
    mutating func write(byte: UInt8) {
        buffer.append(byte)
    }

    /// Writes ASCII text as it stands.
    @inlinable
    @inline(__always)
    mutating func write(literal: StaticString) {
        unsafe buffer.append(count: literal.utf8CodeUnitCount) { room in
            unsafe room.initialize(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
        }
    }

    @usableFromInline
    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write(literal: "null")
        case .bool(let value): write(value)
        case .number(let number): write(unescaped: number.text)
        case .string(let string): write(string)
        case .array(let elements):
            write(byte: 0x5B)
            for (index, element) in elements.enumerated() {
                if index > 0 { write(byte: 0x2C) }
                write(element)
            }
            write(byte: 0x5D)
        case .object(let object): write(object)
        }
    }

    @usableFromInline
    mutating func write(_ object: JSONObject) {
        let start = buffer.count
        writeMembers(of: object)
        close(objectFrom: start)
    }

    /// Writes the members of an object, a comma in front of each.
    mutating func writeMembers(of object: JSONObject) {
        unsafe object.members.withUnsafeBufferPointer { members in
            for index in members.indices {
                if let name = unsafe StringBytes.of(members[index].name) {
                    write(name: name)
                } else {
                    unsafe write(name: members[index].name)
                }
                if let string = unsafe StringBytes.of(members[index].value) {
                    write(string)
                } else {
                    unsafe write(members[index].value)
                }
            }
        }
    }

    /// Makes an object of the members that are written from an index on: the comma in front of the first one becomes the
    /// brace.
    @inline(__always)
    mutating func close(objectFrom start: Int) {
        if buffer.count == start {
            write(byte: 0x7B)
        } else {
            buffer[start] = 0x7B
        }
        write(byte: 0x7D)
    }

    @inlinable
    @inline(__always)
    mutating func write(_ value: Bool) {
        if value { write(literal: "true") } else { write(literal: "false") }
    }

    /// Writes a string between quotes, escaped.
    @usableFromInline
    @inline(never)
    mutating func write(_ string: String) {
        // What is seldom needed is left to another function, so that this one keeps nothing for behind a call.
        guard let text = ShortText.of(string), PlainText.isPlain(text), buffer.hasRoom(for: Self.shortTextRoom) else {
            return writeOther(string)
        }
        write(plain: text)
    }

    /// The same for any string.
    @inline(never)
    private mutating func writeOther(_ string: String) {
        guard let bytes = StringBytes.of(string) else {
            return write(String(decoding: Array(string.utf8), as: UTF8.self))
        }
        write(bytes)
    }

    /// Writes a comma, the name of a member and the colon behind it.
    private mutating func write(name: StringBytes) {
        write(byte: 0x2C)
        write(name)
        write(byte: 0x3A)
    }

    /// The same for a name that nothing is known of.
    @usableFromInline
    @inline(never)
    mutating func write(name: String) {
        guard let bytes = StringBytes.of(name) else {
            return write(name: String(decoding: Array(name.utf8), as: UTF8.self))
        }
        write(name: bytes)
    }

    /// The same for a name that the compiler knows, to which nothing but a few stores is left of all this.
    @inlinable
    @inline(__always)
    mutating func write(name: StaticString) {
        precondition(name.hasPointerRepresentation, "a claim's name is a string literal")
        let count = name.utf8CodeUnitCount
        guard PlainText.isPlain(name) else { return write(name: name.description) }
        unsafe buffer.append(count: count &+ 4) { room in
            unsafe room[0] = 0x2C
            unsafe room[1] = 0x22
            unsafe (room + 2).initialize(from: name.utf8Start, count: count)
            unsafe room[count &+ 2] = 0x22
            unsafe room[count &+ 3] = 0x3A
        }
    }

    private mutating func write(unescaped string: String) {
        unsafe withUTF8(of: string) { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe buffer.append(start, count: bytes.count)
        }
    }
}
