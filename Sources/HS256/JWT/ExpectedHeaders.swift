import HS256Primitives

/// The headers that tokens of a verifier's keys are expected to have.
@safe
final class ExpectedHeaders: @unchecked Sendable {
    /// In the order of the keys. Written once, when this is made.
    private let headers: UnsafeMutableBufferPointer<ExpectedHeader>

    /// - Parameters:
    ///   - headers: the headers. Those that the rules refuse are left out, and those that do not lead to exactly one key.
    ///   - keys: the keys of the verifier.
    init(_ headers: [JOSEHeader], _ keys: KeyRing) {
        let expected = headers.compactMap { ExpectedHeader($0, keys) }
        unsafe self.headers = UnsafeMutableBufferPointer.allocate(capacity: expected.count)
        _ = unsafe self.headers.initialize(fromContentsOf: expected)
    }

    deinit {
        for index in unsafe headers.indices { unsafe headers[index].deallocate() }
        unsafe headers.deallocate()
    }

    /// The header of a token, or nil where it is none of these.
    @inline(__always)
    func header(of token: UnsafeBufferPointer<UInt8>) -> UnsafePointer<ExpectedHeader>? {
        for index in unsafe headers.indices where unsafe headers[index].begins(token) {
            return unsafe headers.baseAddress.map { unsafe UnsafePointer($0 + index) }
        }
        return nil
    }
}

/// A header that tokens of a key are expected to have, as they are signed here.
///
/// What a verification finds out about a header depends on nothing but its bytes. So for those that nearly every good
/// token has it is found out once, when the verifier is made, by the same steps: the header is read, its rules are
/// checked, and its whole blocks are hashed.
///
/// Plain memory, which ``ExpectedHeaders`` keeps: nothing is retained on the way through it.
@safe
struct ExpectedHeader {
    /// The encoded header and the dot after it.
    private let prefix: UnsafeMutableBufferPointer<UInt8>
    /// The header's JSON text, and its nodes.
    private let text: UnsafeMutableBufferPointer<UInt8>
    private let nodes: UnsafeMutableBufferPointer<JSONNode>
    /// The index of the only key that a token with this header may be signed with.
    let key: Int
    /// That key.
    private let hmacKey: HMACSHA256.Key
    /// The hash of the prefix's whole blocks, under that key.
    private let hashedPrefix: HMACSHA256.Key.HashedBeginning

    /// Nothing where the rules refuse the header, or leave not exactly one key for it.
    ///
    /// - Parameters:
    ///   - header: the header.
    ///   - keys: the keys of the verifier.
    fileprivate init?(_ header: JOSEHeader, _ keys: KeyRing) {
        let prefix = header.encodedPrefix
        guard let text = try? Base64URL.decode(String(decoding: prefix.dropLast(), as: UTF8.self)) else { return nil }
        var found: (nodes: [JSONNode], key: Int)?
        unsafe text.withUnsafeBufferPointer { text in
            unsafe ClaimReader.read(text, maximumDepth: TokenLimits().maximumDepth) { (header: borrowing ClaimReader) in
                var report = RuleReport.stoppingAtFirstError
                guard let candidates = try? keys.candidates(for: header, &report),
                    let key = keys.onlyIndex(of: candidates)
                else { return }
                found = (header.nodes, key)
            } orElse: { (_: JSONError) in
            }
        }
        guard let found else { return nil }
        let hmacKey = keys.entries[found.key].key.hmacKey
        hashedPrefix = unsafe prefix.withUnsafeBufferPointer { unsafe hmacKey.hashWholeBlocks(of: $0) }
        self.hmacKey = hmacKey
        key = found.key
        unsafe self.prefix = Self.kept(prefix)
        unsafe self.text = Self.kept(text)
        unsafe nodes = Self.kept(found.nodes)
    }

    fileprivate func deallocate() {
        unsafe prefix.deallocate()
        unsafe text.deallocate()
        unsafe nodes.deallocate()
    }

    private static func kept<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = unsafe memory.initialize(fromContentsOf: elements)
        return unsafe memory
    }

    /// Whether a token has this header.
    @inline(__always)
    fileprivate func begins(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        guard unsafe token.count > prefix.count, let start = token.baseAddress else { return false }
        return unsafe ByteComparison.areEqual(prefix.baseAddress.unsafelyUnwrapped, start, count: prefix.count)
    }

    /// A token with this header, taken apart; nil where its signature is not as long as one of HS256.
    @inline(__always)
    func segments(of token: UnsafeBufferPointer<UInt8>) -> CompactToken? {
        unsafe CompactToken(token, firstDot: prefix.count - 1)
    }

    /// Decodes the payload of a token with this header, and checks its signature.
    ///
    /// - Parameters:
    ///   - token: The token, from ``segments(of:)``.
    ///   - memory: Room for as many bytes as the token has characters, and ``Base64/slack``.
    /// - Returns: Nil where payload or signature is not base64url.
    @inline(__always)
    func open(_ token: CompactToken, into memory: UnsafeMutablePointer<UInt8>) -> OpenedToken? {
        let received = unsafe ReceivedToken(
            signingInput: token.signingInput, hashedHeader: hashedPrefix, payload: token.segment(.payload),
            signature: token.segment(.signature))
        guard let opened = unsafe hmacKey.open(received, into: memory) else { return nil }
        return unsafe OpenedToken(
            payload: unsafe UnsafeBufferPointer(start: memory, count: opened.payloadByteCount),
            isAuthentic: opened.isAuthentic)
    }

    /// The header. Valid as long as its memory is.
    @inline(__always)
    var document: JSONDocument {
        unsafe JSONDocument(text: UnsafeBufferPointer(text), nodes: UnsafeBufferPointer(nodes))
    }
}

/// A token whose header is an expected one, decoded. Valid as long as its memory is.
@safe
struct OpenedToken {
    /// The bytes of the payload.
    let payload: UnsafeBufferPointer<UInt8>
    /// Whether the signature is good.
    let isAuthentic: Bool

    @inline(__always)
    init(payload: UnsafeBufferPointer<UInt8>, isAuthentic: Bool) {
        unsafe self.payload = payload
        self.isAuthentic = isAuthentic
    }
}

extension ExpectedHeaders: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `ExpectedHeaders(redacted)`: it holds hash states that are as secret as the key.
    var description: String { "ExpectedHeaders(redacted)" }
    /// Always `ExpectedHeaders(redacted)`.
    var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension ExpectedHeaders: CustomReflectable {
        /// A mirror without children.
        var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
