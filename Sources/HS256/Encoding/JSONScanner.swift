/// Reads a JSON text once, checks all of it, and leaves a list of its values.
///
/// Nothing is decoded or copied: the nodes say where things stand. Depth is bounded by ``maximumDepth``, so recursion
/// is too, and the length is bounded by the caller.
///
/// A scanner does not change. Its functions take the offset of what they read and return the one behind it, so that it
/// stays in a register and is not written down at every step.
///
/// Source: RFC 8259; names are unique in each object (RFC 7515 4, RFC 7519 4).
@safe
struct JSONScanner {
    /// How many arrays and objects may stand in one another.
    static let maximumDepth = 32

    private let text: UnsafePointer<UInt8>
    private let count: Int

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
        let scanner = unsafe JSONScanner(text, base: base)
        try scanner.refuseByteOrderMark()
        let start = scanner.behindWhitespace(0)
        let end = try scanner.scanValue(name: .none, from: start, depth: 0, into: &nodes)
        let rest = scanner.behindWhitespace(end)
        guard rest == scanner.count else { throw .trailingText(offset: rest) }
    }

    private func refuseByteOrderMark() throws(JSONError) {
        guard count >= 3, unsafe text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF else { return }
        throw .byteOrderMark
    }

    // MARK: Values

    /// Strings and numbers, which nearly all values are, without a call; the rest by one.
    @inline(__always)
    private func scanValue(
        name: JSONText, from start: Int, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) -> Int {
        let first = try byte(at: start)
        let end = Int32(truncatingIfNeeded: nodes.count &+ 1)
        if first == 0x22 {
            let string = try scanString(from: start)
            nodes.append(JSONNode(value: string, name: name, kind: .string, end: end))
            return string.endOfString
        }
        if first &- 0x30 < 10 || first == 0x2D {
            let offset = try scanNumber(from: start)
            nodes.append(JSONNode(value: JSONText(from: start, to: offset), name: name, kind: .number, end: end))
            return offset
        }
        return try scanOtherValue(first, name: name, from: start, depth: depth, into: &nodes)
    }

    @inline(never)
    private func scanOtherValue(
        _ first: UInt8, name: JSONText, from start: Int, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) -> Int {
        let index = nodes.count
        var node = JSONNode(value: .none, name: name, kind: .null, end: Int32(truncatingIfNeeded: index &+ 1))
        guard first == 0x7B || first == 0x5B else {
            let end = try scanLiteral(first, from: start)
            node.kind = first == 0x6E ? .null : .bool
            node.value = JSONText(from: start, to: end)
            nodes.append(node)
            return end
        }
        node.kind = first == 0x7B ? .object : .array
        nodes.append(node)
        guard depth < Self.maximumDepth else { throw .tooDeep(limit: Self.maximumDepth) }
        let end: Int
        if first == 0x7B {
            var names = NameSketch()
            end = try scanObject(from: start, depth: depth + 1, into: &nodes, &names)
            if names.mayRepeat {
                try unsafe JSONNames.refuseDuplicates(in: nodes.elements, of: index, text: text)
            }
        } else {
            end = try scanArray(from: start, depth: depth + 1, into: &nodes)
        }
        node.value = JSONText(from: start, to: end)
        node.end = Int32(nodes.count)
        nodes[index] = node
        return end
    }

    private func scanObject(
        from start: Int, depth: Int, into nodes: inout GrowableBuffer<JSONNode>, _ names: inout NameSketch
    ) throws(JSONError) -> Int {
        var offset = behindWhitespace(start &+ 1)
        if try byte(at: offset) == 0x7D { return offset &+ 1 }
        while true {
            guard try byte(at: offset) == 0x22 else { throw .unexpectedByte(offset: offset) }
            let name = try scanString(from: offset)
            unsafe names.insert(name, of: text)
            offset = behindWhitespace(name.endOfString)
            guard try byte(at: offset) == 0x3A else { throw .unexpectedByte(offset: offset) }
            offset = behindWhitespace(offset &+ 1)
            offset = try scanValue(name: name, from: offset, depth: depth, into: &nodes)
            offset = behindWhitespace(offset)
            let next = try byte(at: offset)
            if next == 0x7D { return offset &+ 1 }
            guard next == 0x2C else { throw .unexpectedByte(offset: offset) }
            offset = behindWhitespace(offset &+ 1)
        }
    }

    private func scanArray(
        from start: Int, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) -> Int {
        var offset = behindWhitespace(start &+ 1)
        if try byte(at: offset) == 0x5D { return offset &+ 1 }
        while true {
            offset = try scanValue(name: .none, from: offset, depth: depth, into: &nodes)
            offset = behindWhitespace(offset)
            let next = try byte(at: offset)
            if next == 0x5D { return offset &+ 1 }
            guard next == 0x2C else { throw .unexpectedByte(offset: offset) }
            offset = behindWhitespace(offset &+ 1)
        }
    }

    private func scanLiteral(_ first: UInt8, from start: Int) throws(JSONError) -> Int {
        switch first {
        case 0x74: return try behind("true", from: start)
        case 0x66: return try behind("false", from: start)
        case 0x6E: return try behind("null", from: start)
        // What people take for numbers: +1, .5, NaN, Infinity.
        case 0x2B, 0x2E, 0x4E, 0x49: throw .invalidNumber(offset: start)
        default: throw .unexpectedByte(offset: start)
        }
    }

    @inline(__always)
    private func behind(_ literal: StaticString, from start: Int) throws(JSONError) -> Int {
        for index in 0..<literal.utf8CodeUnitCount {
            guard try unsafe byte(at: start &+ index) == literal.utf8Start[index] else {
                throw .unexpectedByte(offset: start &+ index)
            }
        }
        return start &+ literal.utf8CodeUnitCount
    }

    /// RFC 8259 6.
    private func scanNumber(from start: Int) throws(JSONError) -> Int {
        var offset = start
        skip(0x2D, &offset)
        if skip(0x30, &offset) {
            guard !skipDigits(&offset) else { throw .invalidNumber(offset: start) }
        } else {
            guard skipDigits(&offset) else { throw .invalidNumber(offset: start) }
        }
        if skip(0x2E, &offset) {
            guard skipDigits(&offset) else { throw .invalidNumber(offset: start) }
        }
        if skip(0x65, &offset) || skip(0x45, &offset) {
            if !skip(0x2B, &offset) { skip(0x2D, &offset) }
            guard skipDigits(&offset) else { throw .invalidNumber(offset: start) }
        }
        return offset
    }

    // MARK: Strings

    /// What stands between the quotes of a string.
    @inline(__always)
    private func scanString(from quote: Int) throws(JSONError) -> JSONText {
        let start = quote &+ 1
        let offset = behindPlainCharacters(start)
        if offset < count, unsafe text[offset] == 0x22 { return JSONText(from: start, to: offset) }
        return try scanRestOfString(from: start, offset)
    }

    /// The same for a string that has something else in it than plain ASCII, from there on.
    @inline(never)
    private func scanRestOfString(from start: Int, _ first: Int) throws(JSONError) -> JSONText {
        var offset = first
        var hasEscapes = false
        while true {
            let byte = try byte(at: offset)
            switch byte {
            case 0x22:
                var string = JSONText(from: start, to: offset)
                string.hasEscapes = hasEscapes
                return string
            case 0x5C:
                hasEscapes = true
                offset = try scanEscape(from: offset)
            case 0x80...:
                guard let length = unsafe UTF8Validation.sequenceLength(text + offset, available: count - offset) else {
                    throw .invalidUTF8(offset: offset)
                }
                offset += length
            default: throw .controlCharacter(offset: offset)
            }
            offset = behindPlainCharacters(offset)
        }
    }

    /// Passes ASCII characters that stand for themselves, sixteen at a time.
    @inline(__always)
    private func behindPlainCharacters(_ start: Int) -> Int {
        var offset = start
        while offset &+ 16 <= count {
            let plain = unsafe PlainText.countOfPlainASCII(at: text + offset)
            offset &+= plain
            if plain < 16 { return offset }
        }
        while offset < count, unsafe text[offset] < 0x80 && !PlainText.isSpecial(text[offset]) { offset &+= 1 }
        return offset
    }

    private func scanEscape(from start: Int) throws(JSONError) -> Int {
        switch try byte(at: start + 1) {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
            return start + 2
        case 0x75:
            let unit = try scanHexDigits(from: start + 2, escapeAt: start)
            guard unit & 0xF800 == 0xD800 else { return start + 6 }
            var offset = start + 6
            guard unit < 0xDC00, skip(0x5C, &offset), skip(0x75, &offset) else { throw .loneSurrogate(offset: start) }
            let low = try scanHexDigits(from: offset, escapeAt: start)
            guard low & 0xFC00 == 0xDC00 else { throw .loneSurrogate(offset: start) }
            return offset + 4
        default: throw .invalidEscape(offset: start)
        }
    }

    private func scanHexDigits(from start: Int, escapeAt escape: Int) throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for offset in start..<start + 4 {
            guard let digit = try Hexadecimal.value(of: byte(at: offset)) else { throw .invalidEscape(offset: escape) }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    // MARK: Bytes

    @inline(__always)
    private func byte(at offset: Int) throws(JSONError) -> UInt8 {
        guard offset < count else { throw .unexpectedEnd }
        return unsafe text[offset]
    }

    @discardableResult
    @inline(__always)
    private func skip(_ byte: UInt8, _ offset: inout Int) -> Bool {
        guard offset < count, unsafe text[offset] == byte else { return false }
        offset &+= 1
        return true
    }

    /// Whether there was at least one digit.
    @inline(__always)
    private func skipDigits(_ offset: inout Int) -> Bool {
        let start = offset
        while offset &+ 8 <= count {
            let digits = unsafe DecimalDigits.countOfDigits(in: PlainText.word(at: text + offset))
            offset &+= digits
            if digits < 8 { return offset > start }
        }
        while offset < count, unsafe text[offset] &- 0x30 < 10 { offset &+= 1 }
        return offset > start
    }

    @inline(__always)
    private func behindWhitespace(_ start: Int) -> Int {
        var offset = start
        while offset < count {
            let byte = unsafe text[offset]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return offset }
            offset &+= 1
        }
        return offset
    }
}

extension JSONText {
    /// The part between two offsets, which fit since the length of the whole text does.
    @inline(__always)
    fileprivate init(from start: Int, to end: Int) {
        self.init(offset: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: end &- start))
    }

    /// Where the text goes on behind the closing quote of a string.
    @inline(__always)
    fileprivate var endOfString: Int { Int(offset) &+ Int(count) &+ 1 }
}
