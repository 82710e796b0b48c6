/// Where the value of a claim is in the text that a ``ClaimReader`` has read.
package struct ClaimLocation {
    /// The index of its node. Zero is the whole object, which is no claim.
    @usableFromInline
    var node: Int = 0

    /// Whether there is such a claim.
    @inlinable
    package var isPresent: Bool { node != 0 }
}

/// Where the claims are that RFC 7519 4.1 registers, found in one pass.
struct RegisteredClaimLocations {
    private(set) var issuer = ClaimLocation()
    private(set) var subject = ClaimLocation()
    private(set) var audience = ClaimLocation()
    private(set) var expiration = ClaimLocation()
    private(set) var notBefore = ClaimLocation()
    private(set) var issuedAt = ClaimLocation()
    private(set) var tokenID = ClaimLocation()

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

/// Where the header parameters are that have a rule, found in one pass (RFC 7515 4.1, RFC 7797 3).
struct HeaderParameterLocations {
    private(set) var algorithm = ClaimLocation()
    private(set) var type = ClaimLocation()
    private(set) var contentType = ClaimLocation()
    private(set) var keyID = ClaimLocation()
    private(set) var critical = ClaimLocation()
    private(set) var base64Encoding = ClaimLocation()

    @inline(__always)
    init(in document: JSONDocument) {
        document.forEachChild(of: 0) { child in
            switch document.shortName(of: child, maximumCount: 4) {
            case ShortName("a", "l", "g"): algorithm.node = child
            case ShortName("t", "y", "p"): type.node = child
            case ShortName("c", "t", "y"): contentType.node = child
            case ShortName("k", "i", "d"): keyID.node = child
            case ShortName("b", "6", "4"): base64Encoding.node = child
            case ShortName("c", "r", "i", "t"): critical.node = child
            default: break
            }
        }
    }
}

/// A name of three or four ASCII characters as one number, so that names compare in one step.
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
        // A fourth byte can be read: a quote follows the name.
        return unsafe ShortName(text + Int(name.offset), count: Int(name.count))
    }

    @inline(never)
    private func shortOtherName(_ name: JSONText) -> ShortName {
        var text = Array(string(name).utf8)
        // A zero after three characters is a character too, not their end.
        guard text.count == 3 || text.count == 4, !text.contains(0) else { return ShortName() }
        let count = text.count
        text.append(0)
        return unsafe text.withUnsafeBufferPointer { unsafe ShortName($0.baseAddress.unsafelyUnwrapped, count: count) }
    }
}
