/// Writes JSON text without white space, the same text for the same calls.
///
/// Strings are escaped as little as RFC 8259 7 allows: `"`, `\` and control characters; everything else is UTF-8.
struct JSONWriter: ~Copyable {
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
    @inline(__always)
    mutating func write(literal: StaticString) {
        unsafe buffer.append(literal.utf8Start, count: literal.utf8CodeUnitCount)
    }

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

    mutating func write(_ object: JSONObject) {
        write(byte: 0x7B)
        // In place: taking a member out would retain its name and its value, which costs more than writing them.
        unsafe object.members.withUnsafeBufferPointer { members in
            for index in members.indices {
                unsafe write(name: members[index].name, isFirst: index == 0)
                unsafe write(members[index].value)
            }
        }
        write(byte: 0x7D)
    }

    mutating func write(_ value: Bool) {
        write(literal: value ? "true" : "false")
    }

    /// Writes a string between quotes, escaped.
    mutating func write(_ string: String) {
        // In place, since this is most of the work of signing; a string that another runtime owns is copied first.
        let done: Void? = unsafe string.utf8.withContiguousStorageIfAvailable { bytes in
            guard let start = bytes.baseAddress else { return write(literal: "\"\"") }
            unsafe write(escaped: start, count: bytes.count)
        }
        if done == nil { write(String(decoding: Array(string.utf8), as: UTF8.self)) }
    }

    /// Writes the name of a member and the colon behind it, with a comma in front where it is not the first.
    mutating func write(name: String, isFirst: Bool) {
        let done: Void? = unsafe name.utf8.withContiguousStorageIfAvailable { bytes in
            guard let start = bytes.baseAddress else { return write(literal: isFirst ? "\"\":" : ",\"\":") }
            unsafe write(name: start, count: bytes.count, isFirst: isFirst)
        }
        if done == nil { write(name: String(decoding: Array(name.utf8), as: UTF8.self), isFirst: isFirst) }
    }

    private mutating func write(unescaped string: String) {
        unsafe withUTF8(of: string) { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe buffer.append(start, count: bytes.count)
        }
    }
}
