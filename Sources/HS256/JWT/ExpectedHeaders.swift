import HS256AVX512
import HS256X86

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
    /// The encoded header and the dot behind it.
    private let prefix: UnsafeMutableBufferPointer<UInt8>
    /// The header's JSON text, and its nodes.
    private let text: UnsafeMutableBufferPointer<UInt8>
    private let nodes: UnsafeMutableBufferPointer<JSONNode>
    /// The index of the only key that a token with this header may be signed with.
    let key: Int
    /// That key.
    private let midstates: HMACMidstates
    /// How far each signing input with this header is hashed already, under that key.
    private let hash: HMACMidstates.InnerState

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
            unsafe ClaimReader.read(text) { (header: borrowing ClaimReader) in
                var report = RuleReport.stoppingAtFirstError
                guard let candidates = try? keys.candidates(for: header, &report),
                    let key = keys.onlyIndex(of: candidates)
                else { return }
                found = (header.nodes, key)
            } orElse: { (_: JSONError) in
            }
        }
        guard let found else { return nil }
        let midstates = keys.entries[found.key].key.midstates
        hash = unsafe prefix.withUnsafeBufferPointer { unsafe midstates.hashWholeBlocks(of: $0) }
        self.midstates = midstates
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
    ///   - token: the token, from ``segments(of:)``.
    ///   - memory: room for as many bytes as the token has characters, and ``Base64URL/slack``.
    /// - Returns: nil where payload or signature is not base64url.
    @inline(__always)
    func open(_ token: CompactToken, into memory: UnsafeMutablePointer<UInt8>) -> OpenedToken? {
        if midstates.backend == .x86AVX512 { return unsafe openAtOnce(token, into: memory) }
        guard let count = unsafe try? token.decode(.payload, into: memory),
            unsafe (try? token.decode(.signature, into: memory + count)) != nil
        else { return nil }
        let code = unsafe midstates.code(for: token.signingInput, from: hash)
        let received = unsafe HMACSHA256.AuthenticationCode(reading: memory + count)
        let payload = unsafe DecodedPayload(UnsafeBufferPointer(start: memory, count: count))
        return OpenedToken(payload: payload, isSigned: code == received)
    }

    /// The same where the payload is decoded while it is hashed.
    @inline(__always)
    private func openAtOnce(_ token: CompactToken, into memory: UnsafeMutablePointer<UInt8>) -> OpenedToken? {
        let parts = unsafe SignedToken(
            text: token.text.baseAddress.unsafelyUnwrapped, payloadOffset: prefix.count,
            inputByteCount: token.signingInput.count, hashedByteCount: hash.byteCount, inner: hash.words)
        // Behind the bytes of the payload, three for four characters, there is room for those of a signature, and then for
        // the marks, six bytes for 64 characters. All that is less than the characters and the slack, since a header and
        // its dot take 21 characters or more.
        let text = unsafe token.segment(.payload)
        let codeRoom = SHA256.byteCount + Base64URL.slack
        let marks = unsafe UnsafeMutableRawPointer(memory + (text.count / 4 * 3 + 4 + codeRoom))
            .alignedUp(for: UInt64.self)
        let opened = unsafe TokenAVX512.open(parts, outer: midstates.outer, into: memory, marks: marks)
        guard
            let count = unsafe try? Base64URL.check(text, decodedTo: memory, isInAlphabet: opened.isInAlphabet),
            // A signature that is not good may be no base64url.
            unsafe opened.isSigned || (try? token.decode(.signature, into: memory + count)) != nil
        else { return nil }
        let payload = unsafe DecodedPayload(
            UnsafeBufferPointer(start: memory, count: count),
            SpecialBytes(marks: marks.assumingMemoryBound(to: UInt64.self)))
        return OpenedToken(payload: payload, isSigned: opened.isSigned)
    }

    /// The header. Valid as long as its memory is.
    @inline(__always)
    var document: JSONDocument {
        unsafe JSONDocument(text: UnsafeBufferPointer(text), nodes: UnsafeBufferPointer(nodes))
    }
}

/// What has been found out about a token whose header is an expected one.
struct OpenedToken {
    /// What the payload stands for.
    let payload: DecodedPayload
    /// Whether the signature is good.
    let isSigned: Bool
}
