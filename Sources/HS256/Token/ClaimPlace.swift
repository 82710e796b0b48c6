/// Where the value of a claim stands in what a ``ClaimReader`` has read.
package struct ClaimPlace {
    /// The index of its node; zero is the whole object, which no claim is.
    @usableFromInline
    var node: Int = 0

    /// Whether there is such a claim.
    @inlinable
    package var isPresent: Bool { node != 0 }
}

/// The places of the claims that RFC 7519 4.1 registers, found in one pass.
struct RegisteredPlaces {
    private(set) var issuer = ClaimPlace()
    private(set) var subject = ClaimPlace()
    private(set) var audience = ClaimPlace()
    private(set) var expiration = ClaimPlace()
    private(set) var notBefore = ClaimPlace()
    private(set) var issuedAt = ClaimPlace()
    private(set) var tokenID = ClaimPlace()

    @inline(__always)
    init(in document: JSONDocument) {
        document.forEachChild(of: 0) { child in
            switch document.shortName(of: child, maximumCount: 3) {
            case ShortName("e", "x", "p"): expiration.node = child
            case ShortName("i", "a", "t"): issuedAt.node = child
            case ShortName("s", "u", "b"): subject.node = child
            case ShortName("a", "u", "d"): audience.node = child
            case ShortName("i", "s", "s"): issuer.node = child
            case ShortName("n", "b", "f"): notBefore.node = child
            case ShortName("j", "t", "i"): tokenID.node = child
            default: break
            }
        }
    }
}

/// The places of the header parameters that are looked at, found in one pass (RFC 7515 4.1).
struct HeaderPlaces {
    private(set) var algorithm = ClaimPlace()
    private(set) var type = ClaimPlace()
    private(set) var contentType = ClaimPlace()
    private(set) var keyID = ClaimPlace()
    private(set) var critical = ClaimPlace()

    @inline(__always)
    init(in document: JSONDocument) {
        document.forEachChild(of: 0) { child in
            switch document.shortName(of: child, maximumCount: 4) {
            case ShortName("a", "l", "g"): algorithm.node = child
            case ShortName("t", "y", "p"): type.node = child
            case ShortName("c", "t", "y"): contentType.node = child
            case ShortName("k", "i", "d"): keyID.node = child
            case ShortName("c", "r", "i", "t"): critical.node = child
            default: break
            }
        }
    }
}

/// A name of three or four ASCII characters as a number, for comparing names at one stroke.
struct ShortName: Equatable {
    private let word: UInt32

    /// A name that is written in the source.
    @inline(__always)
    init(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar = "\0") {
        word = a.value | b.value << 8 | c.value << 16 | d.value << 24
    }

    /// The name that begins at `bytes`, of which four can be read.
    ///
    /// - Parameter count: how many bytes it has, three or four.
    @inline(__always)
    @unsafe
    init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        let four = unsafe UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
        word = count == 3 ? four & 0xFF_FFFF : four
    }

    /// Any other name, which is none of those in the source.
    @inline(__always)
    init() { word = 0 }

    static func ~= (pattern: ShortName, name: ShortName) -> Bool { pattern == name }
}

extension JSONDocument {
    /// The name of a member if it has three bytes or up to `maximumCount`, and else one that is no name.
    ///
    /// - Parameter maximumCount: three or four.
    @inline(__always)
    func shortName(of child: Int, maximumCount: Int) -> ShortName {
        let name = unsafe nodes[child].name
        if !name.isPlainASCII { return shortOtherName(name) }
        guard name.isPlainASCII(ofCount: 3) || maximumCount == 4 && name.isPlainASCII(ofCount: 4) else {
            return ShortName()
        }
        // Behind the name is a quote.
        return unsafe ShortName(text + Int(name.offset), count: Int(name.count))
    }

    @inline(never)
    private func shortOtherName(_ name: JSONText) -> ShortName {
        var text = Array(string(name).utf8)
        // A zero behind three characters is a character too, and not their end.
        guard text.count == 3 || text.count == 4, !text.contains(0) else { return ShortName() }
        let count = text.count
        text.append(0)
        return unsafe text.withUnsafeBufferPointer { unsafe ShortName($0.baseAddress.unsafelyUnwrapped, count: count) }
    }
}
