/// The names that a verification asks for, each with a row.
///
/// One pass over the members of an object puts the place of each value into the row of its name. The policy, a system's
/// rules, and the user's initializer then read the rows.
///
/// The rows of the claims that RFC 7519 4.1 registers are the same in all tables. A table's own names come after them.
@safe
@usableFromInline
package final class ClaimTable: @unchecked Sendable {
    /// The own names, in the order of their rows. Written once, when the table is made, and plain memory: nothing is
    /// retained on the way through it.
    private let names: UnsafeMutableBufferPointer<Name>
    /// Bit n is set if a name has n bytes, so most other names are ruled out by their length.
    private let byteCounts: UInt64
    /// Bit n is set if the registered claim in row n is left out of ``ClaimReader/otherMembers``, as the own ones are.
    private let knownRows: UInt32

    /// For claims of which nothing is known but those that are registered.
    package static let registered = ClaimTable([])

    /// A table of the names that have a meaning.
    ///
    /// - Parameter names: The names. Those that are registered have rows anyway; the others get theirs in this order. One
    ///   that is repeated has the row of the first.
    package init(_ names: [ClaimName]) {
        let registered = ClaimName.registered
        let own = names.indices.filter { index in
            !registered.contains(names[index]) && !names[..<index].contains(names[index])
        }.map { Name(names[$0]) }
        unsafe self.names = UnsafeMutableBufferPointer.allocate(capacity: own.count)
        _ = unsafe self.names.initialize(fromContentsOf: own)
        byteCounts = own.reduce(Self.bit(ofByteCount: 3) | Self.bit(ofByteCount: .max)) {
            $0 | Self.bit(ofByteCount: UInt32($1.name.text.utf8CodeUnitCount))
        }
        knownRows = registered.filter(names.contains).reduce(0) { $0 | 1 << UInt32($1.row) }
    }

    deinit {
        unsafe names.deallocate()
    }

    /// A name with the row that it has here, if it has one.
    package func name(_ name: ClaimName) -> ClaimName {
        let index = unsafe names.firstIndex { $0.name == name }
        let own = index.map { ClaimName(name.text, ownIndex: $0) }
        return own ?? ClaimName.registered.first { $0 == name } ?? name.withoutRow
    }

    /// Where the values are in an object, by row.
    func places(in document: JSONDocument, _ scratch: inout Scratch) -> ClaimPlaces {
        let places = unsafe ClaimPlaces(
            rowCount: ClaimPlaces.firstOwnRow &+ names.count, knownRows: knownRows, in: &scratch)
        var likely = 0
        var otherCount: Int32 = 0
        document.forEachChild(of: 0) { child in
            let name = unsafe document.nodes[child].name
            var row = 0
            if mayHaveRow(name) { row = unsafe self.row(of: name, in: document.text, &likely) }
            if row != 0 { places[row] = child }
            if row < ClaimPlaces.firstOwnRow, knownRows &>> UInt32(truncatingIfNeeded: row) & 1 == 0 {
                otherCount &+= 1
            }
        }
        places.otherCount = otherCount
        return places
    }

    /// Whether a name has the length of one in the table. Long names, and those that are not plain ASCII, always may.
    @inline(__always)
    private func mayHaveRow(_ name: JSONText) -> Bool {
        byteCounts & Self.bit(ofByteCount: name.countAndKind) != 0
    }

    /// The row of a name, or zero.
    ///
    /// - Parameter likely: The index of the own name to try first: mostly members come in the order of the table.
    @inline(__always)
    private func row(of name: JSONText, in text: UnsafePointer<UInt8>, _ likely: inout Int) -> Int {
        if name.isPlainASCII(ofCount: 3) {
            // A fourth byte can be read: a quote follows the name.
            let bytes = unsafe UnsafeRawPointer(text + Int(name.offset)).loadUnaligned(as: UInt32.self)
            let row = RegisteredName.row(of: UInt32(littleEndian: bytes) & 0xFF_FFFF)
            if row != 0 { return row }
        }
        return unsafe name.isPlainASCII(upToCount: ShortText.maximumCount)
            ? ownRow(of: name, in: text, &likely) : searchedRow(of: name, in: text)
    }

    /// The row of an own name that is short and plain ASCII, or zero.
    @inline(never)
    private func ownRow(of name: JSONText, in text: UnsafePointer<UInt8>, _ likely: inout Int) -> Int {
        let name = unsafe ShortText(text + Int(name.offset), count: Int(name.count))
        let count = unsafe names.count
        var index = likely
        for _ in 0..<count {
            if index == count { index = 0 }
            if unsafe names[index].text == name {
                likely = index &+ 1
                return ClaimPlaces.firstOwnRow &+ index
            }
            index &+= 1
        }
        return 0
    }

    /// The row of any name, or zero: of a long one, and of one with escapes or other characters.
    @inline(never)
    private func searchedRow(of name: JSONText, in text: UnsafePointer<UInt8>) -> Int {
        func isName(_ candidate: ClaimName) -> Bool {
            unsafe JSONStrings.isEqual(
                name, of: text, to: candidate.text.utf8Start, count: candidate.text.utf8CodeUnitCount)
        }
        if let index = unsafe names.firstIndex(where: { isName($0.name) }) { return ClaimPlaces.firstOwnRow + index }
        return ClaimName.registered.first(where: isName)?.row ?? 0
    }

    @inline(__always)
    private static func bit(ofByteCount count: UInt32) -> UInt64 { 1 &<< UInt64(min(count, 63)) }

    /// A name as plain memory.
    private struct Name {
        let name: ClaimName
        /// The name, if it is short.
        let text: ShortText?

        init(_ name: ClaimName) {
            self.name = name
            let byteCount = name.text.utf8CodeUnitCount
            text = byteCount > ShortText.maximumCount ? nil : unsafe ShortText(name.text.utf8Start, count: byteCount)
        }
    }
}

/// The names of three letters that are registered, each as one number, so that they compare in one step.
private enum RegisteredName {
    @inline(__always)
    static func row(of name: UInt32) -> Int {
        switch name {
        case word("e", "x", "p"): return ClaimName.expiration.row
        case word("i", "a", "t"): return ClaimName.issuedAt.row
        case word("s", "u", "b"): return ClaimName.subject.row
        case word("a", "u", "d"): return ClaimName.audience.row
        case word("i", "s", "s"): return ClaimName.issuer.row
        case word("n", "b", "f"): return ClaimName.notBefore.row
        case word("j", "t", "i"): return ClaimName.tokenID.row
        default: return 0
        }
    }

    @inline(__always)
    private static func word(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> UInt32 {
        a.value | b.value << 8 | c.value << 16
    }
}

/// Where the values of an object are, by the rows of a ``ClaimTable``. Valid as long as its memory is.
///
/// A single pointer, so that readers are small. A row holds the index of the value's node, or zero if the claim is absent.
/// The first rows hold the number of rows, the registered claims that are known, and the number of other members.
@safe
@usableFromInline
struct ClaimPlaces: BitwiseCopyable {
    /// The row of the first registered claim.
    @inlinable
    static var firstRegisteredRow: Int { 3 }
    /// The row after those of the registered claims.
    @inlinable
    static var firstOwnRow: Int { 10 }

    @usableFromInline
    let rows: UnsafeMutablePointer<Int32>

    /// Places of nothing.
    ///
    /// - Parameters:
    ///   - rowCount: How many rows there are.
    ///   - knownRows: The registered claims that ``isKnown(_:)`` is to know.
    ///   - scratch: Where the rows go.
    @inline(__always)
    init(rowCount: Int, knownRows: UInt32, in scratch: inout Scratch) {
        // Sixteen rows at one stroke are enough for nearly every table.
        unsafe rows = scratch.take(max(rowCount, 16), of: Int32.self)
        unsafe UnsafeMutableRawPointer(rows).storeBytes(of: SIMD16(), as: SIMD16<Int32>.self)
        for row in 16..<max(rowCount, 16) { unsafe rows[row] = 0 }
        unsafe rows[0] = Int32(truncatingIfNeeded: rowCount)
        unsafe rows[1] = Int32(bitPattern: knownRows)
    }

    @inlinable
    @inline(__always)
    var rowCount: Int { unsafe Int(rows[0]) }

    /// How many members have a name that the table does not know.
    var otherCount: Int32 {
        get { unsafe rows[2] }
        nonmutating set { unsafe rows[2] = newValue }
    }

    /// The index of the node in a row, or zero.
    @inlinable
    @inline(__always)
    subscript(row: Int) -> Int {
        get {
            precondition(row < Self.firstOwnRow || row < rowCount, "a name of another table")
            return unsafe Int(rows[row])
        }
        nonmutating set { unsafe rows[row] = Int32(truncatingIfNeeded: newValue) }
    }

    /// Whether a node is the value of a claim that the table knows.
    func isKnown(_ node: Int) -> Bool {
        let knownRows = unsafe UInt32(bitPattern: rows[1])
        return (Self.firstRegisteredRow..<rowCount).contains { row in
            self[row] == node && (row >= Self.firstOwnRow || knownRows >> UInt32(row) & 1 != 0)
        }
    }
}
