/// Writes JSON text without white space, the same text for the same calls.
///
/// Strings are escaped as little as RFC 8259 7 allows: `"`, `\` and control characters; everything else is UTF-8.
@usableFromInline
struct JSONWriter: ~Copyable {
    @usableFromInline
    var buffer: GrowableBuffer<UInt8>
    /// How many arrays and objects may be nested. What is nested deeper is left out.
    private let maximumDepth: Int
    /// How many the next value is in.
    private var depth: Int
    /// The depth of the deepest value, whether it was written or left out.
    private(set) var deepest: Int

    /// - Parameters:
    ///   - buffer: Where the text goes.
    ///   - depth: How many arrays and objects the text is in.
    ///   - maximumDepth: How many there may be.
    init(into buffer: consuming GrowableBuffer<UInt8>, depth: Int = 0, maximumDepth: Int = .max) {
        self.buffer = buffer
        self.depth = depth
        deepest = depth
        self.maximumDepth = maximumDepth
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

    // Not in line: a copy of all this at each call would be larger than a program that signs has use for.
    @usableFromInline
    @inline(never)
    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write(literal: "null")
        case .bool(let value): write(value)
        case .number(let number): write(unescaped: number.text)
        case .string(let string): write(string)
        case .array(let elements):
            nest { writer in
                writer.write(byte: 0x5B)
                for (index, element) in elements.enumerated() {
                    if index > 0 { writer.write(byte: 0x2C) }
                    writer.write(element)
                }
                writer.write(byte: 0x5D)
            }
        case .object(let object): write(object)
        }
    }

    @usableFromInline
    mutating func write(_ object: JSONObject) {
        nest { writer in
            let start = writer.buffer.count
            writer.writeMembers(of: object)
            writer.close(objectFrom: start)
        }
    }

    /// Writes an array or an object, unless it is nested too deep.
    @inline(__always)
    private mutating func nest(_ write: (inout JSONWriter) -> Void) {
        deepest = max(deepest, depth + 1)
        guard depth < maximumDepth else { return }
        depth += 1
        write(&self)
        depth -= 1
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
        // Rare cases are left to another function, so that this one has nothing to keep across a call.
        guard let text = ShortText.of(string), JSONBytes.needsNoEscape(text), buffer.hasRoom(for: Self.shortTextRoom)
        else {
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

    /// Writes a comma, the name of a member and the colon after it.
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
        guard JSONBytes.needsNoEscape(name) else { return write(name: name.description) }
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

extension JSONWriter {
    /// Writes an integer in decimal digits.
    @usableFromInline
    mutating func write(_ value: Int64) {
        // The dates from 2001 to 2286. Where the text goes on is clear before the digits are.
        if _fastPath(value >= 1_000_000_000 && value < 10_000_000_000 && buffer.hasRoom(for: 10)) {
            writeTenDigits(value.magnitude)
        } else {
            writeOther(value)
        }
    }

    /// Writes an integer of any size in decimal digits.
    @inline(never)
    private mutating func writeOther(_ value: Int64) {
        if value < 0 { write(byte: 0x2D) }
        let magnitude = value.magnitude
        // Int64.min has 19 digits: three, and two times eight.
        let low = DecimalDigits(magnitude % 100_000_000)
        guard magnitude >= 100_000_000 else { return write(low, from: low.firstSignificant) }
        let rest = magnitude / 100_000_000
        let middle = DecimalDigits(rest % 100_000_000)
        if rest < 100_000_000 {
            write(middle, from: middle.firstSignificant)
        } else {
            let high = DecimalDigits(rest / 100_000_000)
            write(high, from: high.firstSignificant)
            write(middle, from: 0)
        }
        write(low, from: 0)
    }

    @inline(__always)
    private mutating func writeTenDigits(_ number: UInt64) {
        let first = DecimalDigits.text(ofTwoDigits: number / 100_000_000)
        let last = DecimalDigits(number % 100_000_000).text
        unsafe buffer.append(count: 10) { room in
            let room = UnsafeMutableRawPointer(room)
            unsafe room.storeBytes(of: first.littleEndian, as: UInt16.self)
            unsafe room.storeBytes(of: last.littleEndian, toByteOffset: 2, as: UInt64.self)
        }
    }

    /// Writes the digits from an index on: all eight are stored, and those that count are counted in.
    @inline(__always)
    private mutating func write(_ digits: DecimalDigits, from first: Int) {
        let text = digits.text >> UInt64(8 * first)
        unsafe UnsafeMutableRawPointer(buffer.room(for: 8)).storeBytes(of: text.littleEndian, as: UInt64.self)
        buffer.commit(8 - first, of: 8)
    }
}
