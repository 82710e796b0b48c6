/// Reads a JSON text once, checks all of it, and leaves a list of its values.
///
/// Nothing is decoded or copied: the nodes say where things are. The caller bounds the depth, and
/// with it the recursion, and the length.
///
/// A scanner does not change. Its functions take the offset of what they read and return the one after it, so that it
/// stays in a register and is not written down at every step.
///
/// Source: RFC 8259; names are unique in each object (RFC 7515 4, RFC 7519 4).
@safe
struct JSONScanner {
    let text: UnsafePointer<UInt8>
    let count: Int
    let stops: StopBytes
    /// How many arrays and objects may be nested.
    private let maximumDepth: Int
    private let names: Names

    /// What becomes of an object in which two members have the same name.
    enum Names {
        /// It is refused.
        case areUnique
        /// Both are kept, for a diagnosis that goes on.
        case mayRepeat
    }

    @unsafe
    private init(
        _ text: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, _ stops: StopBytes, maximumDepth: Int,
        _ names: Names
    ) {
        unsafe self.text = base
        count = text.count
        self.stops = stops
        self.maximumDepth = maximumDepth
        self.names = names
    }

    /// Reads `text`: the whole value is node 0.
    ///
    /// - Parameters:
    ///   - text: The text, which must outlive the result.
    ///   - maximumDepth: How many arrays and objects may be nested.
    ///   - names: What becomes of repeated names.
    ///   - scratch: Where the nodes go.
    static func scan(
        _ text: UnsafeBufferPointer<UInt8>, maximumDepth: Int, names: Names = .areUnique, in scratch: inout Scratch
    ) throws(JSONError) -> JSONDocument {
        guard text.count <= Int32.max else { throw .tooLong }
        guard let base = text.baseAddress, text.count > 0 else { throw .unexpectedEnd }
        let stops = unsafe StopBytes(of: text, in: &scratch)
        var nodes = scratch.list(of: JSONNode.self)
        try unsafe JSONScanner(text, base: base, stops, maximumDepth: maximumDepth, names).scan(into: &nodes)
        return unsafe JSONDocument(text: text, nodes: scratch.keep(nodes))
    }

    @inline(__always)
    private func scan(into nodes: inout GrowableBuffer<JSONNode>) throws(JSONError) {
        try refuseByteOrderMark()
        let end = try scanValue(from: token(from: 0), name: .none, depth: 0, into: &nodes)
        let rest = afterWhitespace(from: end)
        guard rest == count else { throw .trailingText(offset: rest) }
    }

    private func refuseByteOrderMark() throws(JSONError) {
        guard count >= 3, unsafe text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF else { return }
        throw .byteOrderMark
    }

    // MARK: Values

    /// A value, appended to `nodes`, and where the text goes on after it.
    @inline(__always)
    private func scanValue(
        from first: Token, name: JSONText, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) -> Int {
        let kind: JSONValue.Kind
        let value: JSONText
        let end: Int
        switch first.byte {
        case 0x22:
            kind = .string
            (value, end) = try scanString(from: first.offset)
        case 0x30...0x39, 0x2D:
            kind = .number
            end = try scanNumber(from: first.offset)
            value = JSONText(from: first.offset, to: end)
        case 0x7B, 0x5B:
            return try scanContainer(from: first, name: name, depth: depth, into: &nodes)
        default:
            kind = first.byte == 0x6E ? .null : .bool
            end = try scanLiteral(from: first)
            value = JSONText(from: first.offset, to: end)
        }
        append(value, name: name, kind, to: &nodes)
        return end
    }

    /// Appends a value that holds no others.
    @inline(__always)
    private func append(
        _ value: JSONText, name: JSONText, _ kind: JSONValue.Kind, to nodes: inout GrowableBuffer<JSONNode>
    ) {
        let index = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(JSONNode(value: value, name: name, kind: kind, end: index &+ 1))
    }

    @inline(never)
    private func scanContainer(
        from first: Token, name: JSONText, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) -> Int {
        let start = first.offset
        let index = nodes.count
        let kind = first.byte == 0x7B ? JSONValue.Kind.object : .array
        nodes.append(JSONNode(value: .none, name: name, kind: kind, end: 0))
        guard depth < maximumDepth else { throw .tooDeep(limit: maximumDepth) }
        let end =
            kind == .object
            ? try scanObject(from: start, depth: depth + 1, into: &nodes)
            : try scanArray(from: start, depth: depth + 1, into: &nodes)
        var value = JSONText(from: start, to: end)
        value.isPlainASCII = false
        nodes[index] = JSONNode(value: value, name: name, kind: kind, end: Int32(nodes.count))
        return end
    }

    private func scanObject(
        from start: Int, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) -> Int {
        let firstMember = nodes.count
        var next = try token(from: start &+ 1)
        if next.byte == 0x7D { return next.offset &+ 1 }
        guard next.byte == 0x22 else { throw .unexpectedByte(offset: next.offset) }
        var quote = next.offset
        var names = NameFilter()
        while true {
            let end = try scanMember(from: quote, depth: depth, into: &nodes, &names)
            if isPair(0x2C, 0x22, at: end) {
                quote = end &+ 1
                continue
            }
            next = try token(from: end)
            if next.byte == 0x7D { break }
            guard next.byte == 0x2C else { throw .unexpectedByte(offset: next.offset) }
            next = try token(from: next.offset &+ 1)
            guard next.byte == 0x22 else { throw .unexpectedByte(offset: next.offset) }
            quote = next.offset
        }
        if names.mayRepeat && self.names == .areUnique {
            try unsafe JSONNames.refuseDuplicates(in: nodes.elements, from: firstMember, text: text, names)
        }
        return next.offset &+ 1
    }

    /// A member of an object, whose value is appended to `nodes`, and where the text goes on after it.
    @inline(__always)
    private func scanMember(
        from quote: Int, depth: Int, into nodes: inout GrowableBuffer<JSONNode>, _ names: inout NameFilter
    ) throws(JSONError) -> Int {
        let name = try scanString(from: quote)
        unsafe names.insert(name.text, of: text)
        if isPair(0x3A, 0x22, at: name.end) {
            let value = try scanString(from: name.end &+ 1)
            append(value.text, name: name.text, .string, to: &nodes)
            return value.end
        }
        return try scanValue(
            from: token(from: end(of: 0x3A, from: name.end)), name: name.text, depth: depth, into: &nodes)
    }

    private func scanArray(
        from start: Int, depth: Int, into nodes: inout GrowableBuffer<JSONNode>
    ) throws(JSONError) -> Int {
        var next = try token(from: start &+ 1)
        if next.byte == 0x5D { return next.offset &+ 1 }
        while true {
            let end = try scanValue(from: next, name: .none, depth: depth, into: &nodes)
            next = try token(from: end)
            if next.byte == 0x5D { return next.offset &+ 1 }
            guard next.byte == 0x2C else { throw .unexpectedByte(offset: next.offset) }
            next = try token(from: next.offset &+ 1)
        }
    }

    @inline(never)
    private func scanLiteral(from first: Token) throws(JSONError) -> Int {
        switch first.byte {
        case 0x74: return try end(of: "true", from: first.offset)
        case 0x66: return try end(of: "false", from: first.offset)
        case 0x6E: return try end(of: "null", from: first.offset)
        // What people take for numbers: +1, .5, NaN, Infinity.
        case 0x2B, 0x2E, 0x4E, 0x49: throw .invalidNumber(offset: first.offset)
        default: throw .unexpectedByte(offset: first.offset)
        }
    }

    @inline(__always)
    private func end(of literal: StaticString, from start: Int) throws(JSONError) -> Int {
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

    // MARK: Bytes

    @inline(__always)
    func byte(at offset: Int) throws(JSONError) -> UInt8 {
        guard offset < count else { throw .unexpectedEnd }
        return unsafe text[offset]
    }

    @discardableResult
    @inline(__always)
    func skip(_ byte: UInt8, _ offset: inout Int) -> Bool {
        guard offset < count, unsafe text[offset] == byte else { return false }
        offset &+= 1
        return true
    }

    /// Whether there was at least one digit.
    @inline(__always)
    private func skipDigits(_ offset: inout Int) -> Bool {
        let start = offset
        while offset &+ 8 <= count {
            let digits = unsafe DecimalDigits.countOfDigits(in: ByteWord.load(text + offset))
            offset &+= digits
            if digits < 8 { return offset > start }
        }
        while offset < count, unsafe text[offset] &- 0x30 < 10 { offset &+= 1 }
        return offset > start
    }

    /// The first byte of a value, or a punctuation character.
    private struct Token {
        let byte: UInt8
        let offset: Int
    }

    /// What there is at `start`, or after the white space there.
    @inline(__always)
    private func token(from start: Int) throws(JSONError) -> Token {
        let byte = try byte(at: start)
        if byte > 0x20 { return Token(byte: byte, offset: start) }
        let offset = afterWhitespace(from: start)
        return Token(byte: try self.byte(at: offset), offset: offset)
    }

    /// Where the text goes on after a punctuation character, which must be at `start` or after the white space there.
    @inline(__always)
    private func end(of character: UInt8, from start: Int) throws(JSONError) -> Int {
        if start < count, unsafe text[start] == character { return start &+ 1 }
        let next = try token(from: start)
        guard next.byte == character else { throw .unexpectedByte(offset: next.offset) }
        return next.offset &+ 1
    }

    /// Whether two bytes follow each other at an offset. Most texts have no white space, so what follows a string can
    /// mostly be guessed, and two bytes are compared at once.
    @inline(__always)
    private func isPair(_ first: UInt8, _ second: UInt8, at offset: Int) -> Bool {
        guard offset &+ 1 < count else { return false }
        let pair = unsafe UnsafeRawPointer(text + offset).loadUnaligned(as: UInt16.self)
        return UInt16(littleEndian: pair) == UInt16(first) | UInt16(second) << 8
    }

    @inline(never)
    private func afterWhitespace(from start: Int) -> Int {
        var offset = start
        while offset < count {
            let byte = unsafe text[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return offset }
            offset &+= 1
        }
        return offset
    }
}

extension JSONText {
    /// The part between two offsets, which fit since the length of the whole text does.
    @inline(__always)
    init(from start: Int, to end: Int) {
        self.init(offset: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: end &- start))
    }
}
