import HS256Primitives

/// The headers that tokens of a verifier's keys are expected to have.
@safe
final class ExpectedHeaders: @unchecked Sendable {
    /// In the order of the keys. Written once, when this is made.
    private let headers: UnsafeBufferPointer<ExpectedHeader>
    /// What they lie in.
    private let scratch: Scratch

    /// - Parameters:
    ///   - headers: The headers. Those that the rules refuse are left out, and those that do not lead to exactly one key.
    ///   - keys: The keys of the verifier.
    init(_ headers: [JOSEHeader], _ keys: KeyRing) {
        var scratch = Scratch()
        let expected = headers.compactMap { ExpectedHeader($0, keys, in: &scratch) }
        let start = unsafe scratch.take(expected.count, of: ExpectedHeader.self)
        for (index, header) in expected.enumerated() { unsafe (start + index).initialize(to: header) }
        unsafe self.headers = UnsafeBufferPointer(start: start, count: expected.count)
        self.scratch = scratch
    }

    /// The header of a token, or nil where it is none of these.
    @inline(__always)
    func header(of token: UnsafeBufferPointer<UInt8>) -> UnsafePointer<ExpectedHeader>? {
        for index in unsafe headers.indices where unsafe headers[index].begins(token) {
            return unsafe headers.baseAddress.map { unsafe $0 + index }
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
struct ExpectedHeader: BitwiseCopyable {
    /// The encoded header and the dot after it.
    private let prefix: UnsafeBufferPointer<UInt8>
    /// The header, read.
    private let document: JSONDocument
    private let places: ClaimPlaces
    /// The index of the only key that a token with this header may be signed with.
    let key: Int
    /// The hash of the prefix's whole blocks, under that key.
    let hashedPrefix: HMACSHA256.Key.HashedBeginning

    /// Nothing where the rules refuse the header, or leave not exactly one key for it.
    fileprivate init?(_ header: JOSEHeader, _ keys: KeyRing, in scratch: inout Scratch) {
        let reader = header.reader(in: &scratch)
        var report = RuleReport.stoppingAtFirstError
        guard let candidates = try? keys.candidates(for: reader, &report), let key = keys.onlyIndex(of: candidates)
        else { return nil }
        unsafe prefix = scratch.copy(of: header.encodedPrefix)
        document = reader.document
        places = reader.places
        self.key = key
        hashedPrefix = unsafe keys.entries[key].key.hmacKey.hashWholeBlocks(of: prefix)
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
        unsafe CompactToken(token, firstDot: prefix.count &- 1)
    }

    /// A reader of the header.
    @inline(__always)
    func reader(in scratch: inout Scratch) -> ClaimReader { ClaimReader(document, places, &scratch) }
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
