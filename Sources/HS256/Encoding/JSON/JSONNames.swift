/// Comparison of the names and strings of a JSON text, byte by byte after escapes are resolved.
enum JSONNames {
    /// Up to this many members, comparing each with each is faster than sorting, and needs no memory.
    private static let pairwiseLimit = 16

    /// Refuses an object that has two members of the same name.
    ///
    /// - Parameters:
    ///   - nodes: all nodes so far; the object's contents, all of them complete, are the last.
    ///   - firstMember: the index of the object's first member.
    ///   - text: the text that the nodes stand in.
    ///   - filter: all names of the object. Those that it clears are not compared.
    @inline(never)
    static func refuseDuplicates(
        in nodes: UnsafeBufferPointer<JSONNode>, from firstMember: Int, text: UnsafePointer<UInt8>, _ filter: NameFilter
    ) throws(JSONError) {
        var memberCount = 0
        var member = firstMember
        while member < nodes.count {
            memberCount += 1
            if memberCount <= pairwiseLimit, unsafe filter.mayRepeat(nodes[member].name, of: text) {
                var earlier = firstMember
                while earlier < member {
                    if unsafe areEqual(nodes[earlier].name, nodes[member].name, text) {
                        throw unsafe .duplicateName(JSONStrings.string(nodes[member].name, of: text))
                    }
                    earlier = unsafe next(after: earlier, in: nodes)
                }
            }
            member = unsafe next(after: member, in: nodes)
        }
        if memberCount > pairwiseLimit { unsafe try compareSorted(in: nodes, from: firstMember, text: text) }
    }

    /// The same in n log n steps, so that an object of thousands of members costs no attacker's bargain.
    private static func compareSorted(
        in nodes: UnsafeBufferPointer<JSONNode>, from firstMember: Int, text: UnsafePointer<UInt8>
    ) throws(JSONError) {
        var names: [JSONText] = []
        var member = firstMember
        while member < nodes.count {
            unsafe names.append(nodes[member].name)
            member = unsafe next(after: member, in: nodes)
        }
        names.sort { unsafe isOrderedBefore($0, $1, text) }
        for index in 1..<names.count where unsafe areEqual(names[index - 1], names[index], text) {
            throw unsafe .duplicateName(JSONStrings.string(names[index], of: text))
        }
    }

    private static func next(after member: Int, in nodes: UnsafeBufferPointer<JSONNode>) -> Int {
        unsafe nodes[member].next(after: member)
    }

    @inline(__always)
    private static func areEqual(_ a: JSONText, _ b: JSONText, _ text: UnsafePointer<UInt8>) -> Bool {
        if !a.isPlainASCII || !b.isPlainASCII { return unsafe compareUnescaped(a, b, text) == 0 }
        return unsafe a.count == b.count
            && ByteComparison.areEqual(text + Int(a.offset), text + Int(b.offset), count: Int(a.count))
    }

    private static func isOrderedBefore(_ a: JSONText, _ b: JSONText, _ text: UnsafePointer<UInt8>) -> Bool {
        unsafe compareUnescaped(a, b, text) < 0
    }

    /// Negative, zero or positive: the order of two strings by their bytes.
    private static func compareUnescaped(_ a: JSONText, _ b: JSONText, _ text: UnsafePointer<UInt8>) -> Int {
        var left = unsafe JSONStrings.Bytes(a, of: text)
        var right = unsafe JSONStrings.Bytes(b, of: text)
        while true {
            switch (left.next(), right.next()) {
            case (nil, nil): return 0
            case (nil, _): return -1
            case (_, nil): return 1
            case (let l?, let r?): if l != r { return Int(l) - Int(r) }
            }
        }
    }
}

/// Names as one bit each, by their lengths and ends: where no two have the same bit, no two are the same.
struct NameFilter {
    private var bits: UInt64 = 0
    private var repeatedBits: UInt64 = 0
    private var areAllPlainASCII = true

    /// Whether two names may be the same.
    var mayRepeat: Bool {
        // One with escapes or other characters may be the same as one that looks different.
        repeatedBits != 0 || !areAllPlainASCII
    }

    /// Takes note of a name in a JSON text.
    @inline(__always)
    mutating func insert(_ name: JSONText, of text: UnsafePointer<UInt8>) {
        let bit = unsafe Self.bit(of: name, in: text)
        repeatedBits |= bits & bit
        bits |= bit
        if !name.isPlainASCII { areAllPlainASCII = false }
    }

    /// Whether a name that has been inserted may be the same as another one.
    func mayRepeat(_ name: JSONText, of text: UnsafePointer<UInt8>) -> Bool {
        unsafe !areAllPlainASCII || repeatedBits & Self.bit(of: name, in: text) != 0
    }

    @inline(__always)
    private static func bit(of name: JSONText, in text: UnsafePointer<UInt8>) -> UInt64 {
        // A name is followed by a quote, so there is a first byte even of an empty one, and preceded by one.
        let start = unsafe text + Int(name.offset)
        let count = Int(name.count)
        let (first, last) = unsafe (UInt64(start[0]), UInt64(start[count &- 1]))
        return 1 &<< (first &+ last &* 5 &+ UInt64(truncatingIfNeeded: count) &* 23)
    }
}
