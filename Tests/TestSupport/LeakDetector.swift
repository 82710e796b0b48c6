import HS256

/// Finds secrets in texts, whole or in part, in whatever form they may have got there.
///
/// A secret is looked for as it is, in hexadecimal digits, in base64 of either alphabet at any place of a longer text,
/// and as a list of numbers. Sixteen bytes of any of these forms are always found, and eight are if they begin at a
/// multiple of eight.
public struct LeakDetector: Sendable {
    /// Eight bytes of text, and what they give away.
    private var blocks: [UInt64: String] = [:]
    /// Eight numbers under 256 that stand one after the other, and what they give away.
    private var byteLists: [UInt64: String] = [:]
    /// Numbers that give something away by themselves.
    private var numbers: [UInt64: String] = [:]
    /// Texts that must not appear as a whole.
    private var wholes: [(text: String, name: String)] = []

    /// A detector that knows of no secret yet.
    public init() {}

    /// Looks for a secret: a key, or an authentication code.
    public mutating func add(_ secret: some Sequence<UInt8>, as name: String) {
        let secret = Array(secret)
        add(text: secret, name)
        add(text: Self.hexadecimal(secret, "0123456789abcdef"), name)
        add(text: Self.hexadecimal(secret, "0123456789ABCDEF"), name)
        // Behind 0, 1 and 2 other bytes the same secret has three different texts in base64.
        for offset in 0..<3 {
            let text = Base64URL.encode([UInt8](repeating: 0, count: offset) + secret).utf8.dropFirst(
                offset == 0 ? 0 : 4)
            add(text: Array(text), name)
            add(text: text.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }, name)
        }
        Self.eachBlock(of: secret) { byteLists[$0] = "\(name), as a list of numbers" }
    }

    /// Looks for 32-bit words, such as the state of a hash: as numbers, and as bytes in either order.
    public mutating func add(words: [UInt32], as name: String) {
        for word in words {
            numbers[UInt64(word)] = "\(name), as a number"
            let digits = String(word, radix: 16)
            add(text: Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8), name)
        }
        add(words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }, as: name)
        add(words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }, as: name)
    }

    /// Looks for a text that may be shown in part but not as a whole: a token.
    public mutating func add(whole text: String, as name: String) {
        wholes.append((text, name))
    }

    /// What a text gives away: nothing, if all is well.
    public func leaks(in text: String) -> Set<String> {
        var leaks: Set<String> = []
        var block: UInt64 = 0
        var number: UInt64?
        var lastBytes: UInt64 = 0
        var byteCount = 0
        for byte in text.utf8 {
            block = block << 8 | UInt64(byte)
            if let name = blocks[block] { leaks.insert(name) }
            if (0x30...0x39).contains(byte) {
                // What is over 64 bits is no number that is looked for.
                number = (number ?? 0) &* 10 &+ UInt64(byte - 0x30)
            } else if let found = number {
                note(found, &lastBytes, &byteCount, &leaks)
                number = nil
            }
        }
        if let number { note(number, &lastBytes, &byteCount, &leaks) }
        for whole in wholes where text.utf8.count >= whole.text.utf8.count && text.contains(whole.text) {
            leaks.insert(whole.name)
        }
        return leaks
    }

    private func note(_ number: UInt64, _ lastBytes: inout UInt64, _ byteCount: inout Int, _ leaks: inout Set<String>) {
        if let name = numbers[number] { leaks.insert(name) }
        byteCount = number < 256 ? byteCount + 1 : 0
        lastBytes = lastBytes << 8 | number & 0xFF
        if byteCount >= 8, let name = byteLists[lastBytes] { leaks.insert(name) }
    }

    private mutating func add(text: [UInt8], _ name: String) {
        Self.eachBlock(of: text) { blocks[$0] = name }
    }

    /// Every eight bytes from a multiple of eight on: among any sixteen bytes there is one such block.
    private static func eachBlock(of bytes: [UInt8], _ body: (UInt64) -> Void) {
        for start in stride(from: 0, through: bytes.count - 8, by: 8) {
            body(bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) })
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], _ digits: String) -> [UInt8] {
        let digits = Array(digits.utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}

/// Everything that can be printed of a value: its descriptions, its dump, and whatever reflection reaches.
public func printings(of value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    var printings = ["\(value)", String(describing: value), String(reflecting: value), dumped]
    reflect(value, depth: 0, into: &printings)
    return printings
}

private func reflect(_ value: Any, depth: Int, into printings: inout [String]) {
    guard depth < 12 else { return }
    for child in Mirror(reflecting: value).children {
        printings.append("\(child.label ?? ""): \(child.value)")
        printings.append(String(reflecting: child.value))
        reflect(child.value, depth: depth + 1, into: &printings)
    }
}
