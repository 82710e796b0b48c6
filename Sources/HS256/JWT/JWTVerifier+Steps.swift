import HS256Primitives

// A verification, from top to bottom: RFC 7519 7.2 in `read`, RFC 7515 5.2 in `open`.
//
// A diagnosis makes the same calls with a report that gathers errors instead of throwing them, and a step goes on after an
// error if it can. The values that the steps return point into scratch memory, which the caller lends.

extension JWTVerifier.Setup {
    /// Reads a token and checks everything that the policy demands.
    ///
    /// - Throws: The first error. With a report that gathers, only an error that leaves no claims to check.
    @inline(__always)
    func read(
        _ token: String, at time: CurrentTime, in scratch: inout Scratch, _ report: inout RuleReport
    ) throws(HS256Error) -> TokenReader {
        let opened = try open(token, in: &scratch, &report)
        let claims = unsafe try readObject(opened.payload, table, in: &scratch, &report) {
            HS256Error(.payloadNotJSON($0))
        }
        let expiration = try check(claims, at: time, &report)
        return TokenReader(
            hasExpectedHeader: opened.hasExpectedHeader, header: opened.header, claims: claims, time: time,
            expiration: expiration, key: opened.key)
    }

    /// Takes a token apart, checks its header, and finds the key with which it is signed.
    ///
    /// - Throws: The first error. With a report that gathers, only an error that leaves no payload to read.
    @inline(never)
    func open(
        _ token: String, in scratch: inout Scratch, _ report: inout RuleReport
    ) throws(HS256Error) -> OpenedToken {
        // The text is the string's own memory.
        defer { withExtendedLifetime(token) {} }
        let text = unsafe scratch.utf8(of: token)
        try checkSize(text.count, &report)
        let expected = unsafe expectedHeaders.header(of: text)
        let token = unsafe try segments(of: text, expected, &report)
        let header = unsafe try readHeader(of: token, expected, in: &scratch, &report)
        let payload = unsafe try decode(.payload, of: token, in: &scratch, &report)
        let signature = unsafe try decode(.signature, of: token, in: &scratch, &report)
        let key = unsafe try checkSignature(signature, of: token, header, &report)
        // A diagnosis that went on without the payload ends here.
        guard let payload = unsafe payload else { throw token.refusal(of: .payload) }
        return unsafe OpenedToken(
            hasExpectedHeader: header.expected != nil, header: header.reader, payload: payload, key: key)
    }

    // MARK: The form

    /// The size, before any other work.
    @inline(__always)
    private func checkSize(_ byteCount: Int, _ report: inout RuleReport) throws(HS256Error) {
        let limit = policy.limits.maximumByteCount
        guard byteCount <= limit else {
            throw report.stop(at: HS256Error(.tokenTooLarge(byteCount: byteCount, limit: limit)))
        }
    }

    /// The two dots.
    @inline(__always)
    private func segments(
        of text: UnsafeBufferPointer<UInt8>, _ expected: UnsafePointer<ExpectedHeader>?, _ report: inout RuleReport
    ) throws(HS256Error) -> CompactToken {
        if let expected = unsafe expected, let token = unsafe expected.pointee.segments(of: text) { return token }
        do throws(HS256Error) {
            return unsafe try CompactToken(text)
        } catch {
            throw report.stop(at: error)
        }
    }

    /// The bytes of a segment. If it is not base64url, the result is nil, and a diagnosis goes on to the next one.
    @inline(__always)
    private func decode(
        _ segment: TokenSegment, of token: CompactToken, in scratch: inout Scratch, _ report: inout RuleReport
    ) throws(HS256Error) -> UnsafeBufferPointer<UInt8>? {
        if let bytes = unsafe token.decode(segment, in: &scratch, backend: backend) { return unsafe bytes }
        // If the header was an expected one, nobody has counted the dots yet.
        _ = unsafe try segments(of: token.text, nil, &report)
        try report.refuse(token.refusal(of: segment))
        return nil
    }

    /// The object that a text must be.
    @inline(__always)
    private func readObject(
        _ text: UnsafeBufferPointer<UInt8>, _ table: ClaimTable, in scratch: inout Scratch,
        _ report: inout RuleReport, orElse refusal: (JSONError) -> HS256Error
    ) throws(HS256Error) -> ClaimReader {
        do throws(JSONError) {
            return unsafe try ClaimReader(text, table, maximumDepth: policy.limits.maximumDepth, in: &scratch)
        } catch {
            throw report.stop(at: refusal(error))
        }
    }

    // MARK: The header

    /// The header, and the keys that it leaves. An expected one was read and checked when the verifier was made.
    @inline(__always)
    private func readHeader(
        of token: CompactToken, _ expected: UnsafePointer<ExpectedHeader>?, in scratch: inout Scratch,
        _ report: inout RuleReport
    ) throws(HS256Error) -> ReceivedHeader {
        if let expected = unsafe expected {
            return unsafe ReceivedHeader(
                reader: expected.pointee.reader(in: &scratch), candidates: .one(expected.pointee.key),
                expected: expected)
        }
        return try readOtherHeader(of: token, in: &scratch, &report)
    }

    @inline(never)
    private func readOtherHeader(
        of token: CompactToken, in scratch: inout Scratch, _ report: inout RuleReport
    ) throws(HS256Error) -> ReceivedHeader {
        guard let text = unsafe token.decode(.header, in: &scratch, backend: backend) else {
            throw report.stop(at: token.refusal(of: .header))
        }
        let reader = unsafe try readObject(text, JOSEHeader.table, in: &scratch, &report) {
            HS256Error(.headerNotJSON($0))
        }
        let candidates = try keys.candidates(for: reader, &report)
        return unsafe ReceivedHeader(reader: reader, candidates: candidates, expected: nil)
    }

    // MARK: The signature

    /// The index of the key under which a code is the token's authentication code; nil if no key matches.
    @inline(__always)
    private func checkSignature(
        _ code: UnsafeBufferPointer<UInt8>?, of token: CompactToken, _ header: borrowing ReceivedHeader,
        _ report: inout RuleReport
    ) throws(HS256Error) -> Int? {
        guard let code = unsafe code else {
            report.isUnauthenticated = true
            return nil
        }
        guard code.count == SHA256.byteCount else {
            try refuse(HS256Error(.signatureLength(byteCount: code.count)), header.candidates, &report)
            return nil
        }
        let bytes = unsafe code.baseAddress.unsafelyUnwrapped
        let key = keys.firstIndex(of: header.candidates) { key in
            let beginning = unsafe header.expected?.pointee.hashedPrefix ?? key.hmacKey.hashedNothing
            return unsafe key.hmacKey.isValid(bytes, for: token.signingInput, after: beginning)
        }
        if key == nil { try refuse(HS256Error(.signatureMismatch), header.candidates, &report) }
        return key
    }

    /// Reports that the signature is not good, and marks everything that is found from here on as unauthenticated.
    ///
    /// Under another algorithm, or without a key, nobody can tell whether the signature is good.
    @inline(never)
    private func refuse(
        _ error: HS256Error, _ candidates: KeyRing.Candidates, _ report: inout RuleReport
    ) throws(HS256Error) {
        if case .none = candidates {} else { try report.refuse(error) }
        report.isUnauthenticated = true
    }
}

/// A header that was received, and what follows from it.
@safe
struct ReceivedHeader: ~Copyable {
    let reader: ClaimReader
    /// The keys that its token may be signed with.
    let candidates: KeyRing.Candidates
    /// The expected header that it equals, if any.
    let expected: UnsafePointer<ExpectedHeader>?
}

/// A token whose signature has been checked, and whose payload has not been read. Valid as long as its memory is.
@safe
struct OpenedToken: ~Copyable {
    let hasExpectedHeader: Bool
    let header: ClaimReader
    /// The bytes of the payload.
    let payload: UnsafeBufferPointer<UInt8>
    /// The index of the key that matched, if any did.
    let key: Int?
}
