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
        for (index, member) in object.members.enumerated() {
            if index > 0 { write(byte: 0x2C) }
            write(member.name)
            write(byte: 0x3A)
            write(member.value)
        }
        write(byte: 0x7D)
    }

    mutating func write(_ value: Bool) {
        write(literal: value ? "true" : "false")
    }

    /// Writes an integer in decimal digits.
    mutating func write(_ value: Int64) {
        // Int64.min has 19 digits and a sign. The digits come from the last to the first, so they are made at the end.
        var digits = SIMD32<UInt8>()
        var first = 32
        var rest = value.magnitude
        repeat {
            let quotient = rest / 10
            first &-= 1
            digits[first] = 0x30 &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
            rest = quotient
        } while rest > 0
        if value < 0 { write(byte: 0x2D) }
        unsafe withUnsafeBytes(of: digits) { digits in
            let start = unsafe digits.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
            unsafe buffer.append(start + first, count: 32 - first)
        }
    }

    /// Writes a string between quotes, escaped.
    mutating func write(_ string: String) {
        unsafe withUTF8(of: string) { bytes in
            guard let start = bytes.baseAddress else { return write(literal: "\"\"") }
            unsafe write(escaped: start, count: bytes.count)
        }
    }

    private mutating func write(unescaped string: String) {
        unsafe withUTF8(of: string) { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe buffer.append(start, count: bytes.count)
        }
    }
}
