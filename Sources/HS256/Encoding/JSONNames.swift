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
    ///   - sketch: all names of the object. Those that it clears are not compared.
    @inline(never)
    static func refuseDuplicates(
        in nodes: UnsafeBufferPointer<JSONNode>, from firstMember: Int, text: UnsafePointer<UInt8>, _ sketch: NameSketch
    ) throws(JSONError) {
        var memberCount = 0
        var member = firstMember
        while member < nodes.count {
            memberCount += 1
            if memberCount <= pairwiseLimit, unsafe sketch.mayRepeat(nodes[member].name, of: text) {
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
