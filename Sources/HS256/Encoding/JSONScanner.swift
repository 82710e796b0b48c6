/// Reads a JSON text once, checks all of it, and leaves a list of its values.
///
/// Nothing is decoded or copied: the nodes say where things stand. Depth is bounded by ``maximumDepth``, so recursion
/// is too, and the length is bounded by the caller.
///
/// Source: RFC 8259; names are unique in each object (RFC 7515 4, RFC 7519 4).
@safe
struct JSONScanner: ~Copyable {
    /// How many arrays and objects may stand in one another.
    static let maximumDepth = 32

    private let text: UnsafePointer<UInt8>
    private let count: Int
    private var offset = 0

    @unsafe
    private init(_ text: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>) {
        unsafe self.text = base
        count = text.count
    }

    /// Reads `text` and appends its nodes to `nodes`, which must be empty: the whole value is node 0.
    static func scan(
        _ text: UnsafeBufferPointer<UInt8>, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) {
        guard text.count <= Int32.max else { throw .tooLong }
        guard let base = text.baseAddress, text.count > 0 else { throw .unexpectedEnd }
        var scanner = unsafe JSONScanner(text, base: base)
        try scanner.refuseByteOrderMark()
        scanner.skipWhitespace()
        try scanner.scanValue(name: .none, depth: 0, into: &nodes)
        scanner.skipWhitespace()
        guard scanner.offset == scanner.count else { throw .trailingText(offset: scanner.offset) }
    }

    private func refuseByteOrderMark() throws(JSONError) {
        guard count >= 3, unsafe text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF else { return }
        throw .byteOrderMark
    }

    // MARK: Values

    /// Strings and numbers, which nearly all values are, without a call; the rest by one.
    @inline(__always)
    private mutating func scanValue(
        name: JSONText, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) {
        let first = try current()
        let start = offset
        let end = Int32(truncatingIfNeeded: nodes.count &+ 1)
        var node = JSONNode(value: .none, name: name, kind: .string, end: end)
        if first == 0x22 {
            node.value = try scanString()
        } else if first &- 0x30 < 10 || first == 0x2D {
            node.kind = .number
            try scanNumber()
            node.value = part(from: start)
        } else {
            return try scanOtherValue(first, node, depth: depth, into: &nodes)
        }
        nodes.append(node)
    }

    @inline(never)
    private mutating func scanOtherValue(
        _ first: UInt8, _ named: JSONNode, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) {
        let start = offset
        let index = nodes.count
        var node = named
        guard first == 0x7B || first == 0x5B else {
            node.kind = try scanLiteral(first)
            node.value = part(from: start)
            return nodes.append(node)
        }
        node.kind = first == 0x7B ? .object : .array
        nodes.append(node)
        guard depth < Self.maximumDepth else { throw .tooDeep(limit: Self.maximumDepth) }
        if first == 0x7B {
            try scanObject(depth: depth + 1, into: &nodes)
            try unsafe JSONNames.refuseDuplicates(in: nodes.elements, of: index, text: text)
        } else {
            try scanArray(depth: depth + 1, into: &nodes)
        }
        node.value = part(from: start)
        node.end = Int32(nodes.count)
        nodes[index] = node
    }

    private mutating func scanObject(depth: Int, into nodes: inout GrowableBuffer<JSONNode>) throws(JSONError) {
        offset += 1
        skipWhitespace()
        if try current() == 0x7D { return offset += 1 }
        while true {
            guard try current() == 0x22 else { throw .unexpectedByte(offset: offset) }
            let name = try scanString()
            skipWhitespace()
            guard try current() == 0x3A else { throw .unexpectedByte(offset: offset) }
            offset += 1
            skipWhitespace()
            try scanValue(name: name, depth: depth, into: &nodes)
            if try isLastElement(closedBy: 0x7D) { return }
        }
    }

    private mutating func scanArray(depth: Int, into nodes: inout GrowableBuffer<JSONNode>) throws(JSONError) {
        offset += 1
        skipWhitespace()
        if try current() == 0x5D { return offset += 1 }
        while true {
            try scanValue(name: .none, depth: depth, into: &nodes)
            if try isLastElement(closedBy: 0x5D) { return }
        }
    }

    /// Passes what stands behind an element: the closing bracket, or a comma and white space.
    @inline(__always)
    private mutating func isLastElement(closedBy bracket: UInt8) throws(JSONError) -> Bool {
        skipWhitespace()
        let byte = try current()
        guard byte == bracket || byte == 0x2C else { throw .unexpectedByte(offset: offset) }
        offset += 1
        if byte == bracket { return true }
        skipWhitespace()
        return false
    }

    private mutating func scanLiteral(_ first: UInt8) throws(JSONError) -> JSONValue.Kind {
        switch first {
        case 0x74: try expect("true")
        case 0x66: try expect("false")
        case 0x6E:
            try expect("null")
            return .null
        // What people take for numbers: +1, .5, NaN, Infinity.
        case 0x2B, 0x2E, 0x4E, 0x49: throw .invalidNumber(offset: offset)
        default: throw .unexpectedByte(offset: offset)
        }
        return .bool
    }

    private mutating func expect(_ literal: StaticString) throws(JSONError) {
        for index in 0..<literal.utf8CodeUnitCount {
            guard try unsafe current() == literal.utf8Start[index] else { throw .unexpectedByte(offset: offset) }
            offset += 1
        }
    }

    /// RFC 8259 6.
    private mutating func scanNumber() throws(JSONError) {
        let start = offset
        skip(0x2D)
        if skip(0x30) {
            guard !skipDigits() else { throw .invalidNumber(offset: start) }
        } else {
            guard skipDigits() else { throw .invalidNumber(offset: start) }
        }
        if skip(0x2E) {
            guard skipDigits() else { throw .invalidNumber(offset: start) }
        }
        if skip(0x65) || skip(0x45) {
            if !skip(0x2B) { skip(0x2D) }
            guard skipDigits() else { throw .invalidNumber(offset: start) }
        }
    }

    // MARK: Strings

    /// Passes a string and returns what stands between its quotes.
    @inline(__always)
    private mutating func scanString() throws(JSONError) -> JSONText {
        let start = offset &+ 1
        offset = start
        skipPlainCharacters()
        if offset < count, unsafe text[offset] == 0x22 {
            let string = part(from: start)
            offset &+= 1
            return string
        }
        return try scanRestOfString(from: start)
    }

    /// Passes the rest of a string that has something else in it than plain ASCII.
    @inline(never)
    private mutating func scanRestOfString(from start: Int) throws(JSONError) -> JSONText {
        var hasEscapes = false
        while true {
            let byte = try current()
            switch byte {
            case 0x22:
                var string = part(from: start)
                string.hasEscapes = hasEscapes
                offset += 1
                return string
            case 0x5C:
                hasEscapes = true
                try scanEscape()
            case 0x80...:
                guard let length = unsafe UTF8Validation.sequenceLength(text + offset, available: count - offset) else {
                    throw .invalidUTF8(offset: offset)
                }
                offset += length
            default: throw .controlCharacter(offset: offset)
            }
            skipPlainCharacters()
        }
    }

    /// Passes ASCII characters that stand for themselves, eight at a time.
    @inline(__always)
    private mutating func skipPlainCharacters() {
        while offset &+ 8 <= count {
            let word = unsafe PlainText.word(at: text + offset)
            let special = PlainText.specialBytes(in: word) | (word & PlainText.highBits)
            guard special == 0 else { return offset &+= special.trailingZeroBitCount / 8 }
            offset &+= 8
        }
        while offset < count, unsafe text[offset] < 0x80 && !PlainText.isSpecial(text[offset]) { offset &+= 1 }
    }

    private mutating func scanEscape() throws(JSONError) {
        let start = offset
        offset += 1
        switch try current() {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
            offset += 1
        case 0x75:
            offset += 1
            let unit = try scanHexDigits(escapeAt: start)
            guard unit & 0xF800 == 0xD800 else { return }
            guard unit < 0xDC00, skip(0x5C), skip(0x75) else { throw .loneSurrogate(offset: start) }
            let low = try scanHexDigits(escapeAt: start)
            guard low & 0xFC00 == 0xDC00 else { throw .loneSurrogate(offset: start) }
        default: throw .invalidEscape(offset: start)
        }
    }

    private mutating func scanHexDigits(escapeAt start: Int) throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = try Hexadecimal.value(of: current()) else { throw .invalidEscape(offset: start) }
            unit = unit << 4 | UInt32(digit)
            offset += 1
        }
        return unit
    }

    // MARK: Bytes

    @inline(__always)
    private func current() throws(JSONError) -> UInt8 {
        guard offset < count else { throw .unexpectedEnd }
        return unsafe text[offset]
    }

    @discardableResult
    @inline(__always)
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard offset < count, unsafe text[offset] == byte else { return false }
        offset += 1
        return true
    }

    /// Whether there was at least one digit.
    @inline(__always)
    private mutating func skipDigits() -> Bool {
        let start = offset
        while offset < count, unsafe text[offset] &- 0x30 < 10 { offset += 1 }
        return offset > start
    }

    @inline(__always)
    private mutating func skipWhitespace() {
        while offset < count {
            let byte = unsafe text[offset]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset += 1
        }
    }

    /// The text from `start` up to here. Offsets fit, since the length of the whole text does.
    @inline(__always)
    private func part(from start: Int) -> JSONText {
        JSONText(offset: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: offset &- start))
    }
}
