import HS256Primitives

// The steps of a verification, in their order. A diagnosis takes the same steps with a report that does not throw; each
// step then goes on as long as there is something to look at.
//
// The steps hand on what they have read to a closure, because it lies in memory that is lent for the call. The closures
// return nothing, so that no step is generic over a result: what is kept of a token is what the closure keeps.

extension JWTVerifier.Setup {
    /// What is done with a header and claims that have been read. It gets both, the index of the key that matched, and
    /// the report. With a strict report, everything has been found good then; with a full one, nothing need be.
    typealias ClaimsHandler = (
        borrowing ClaimReader, borrowing ClaimReader, Int?, inout RuleReport
    ) throws(HS256Error) -> Void

    /// The same with the payload in place of the claims. It gets the setup too, since a closure retains what it
    /// captures.
    typealias PayloadHandler = (
        JWTVerifier.Setup, borrowing ClaimReader, UnsafeBufferPointer<UInt8>, Int?, inout RuleReport
    ) throws(HS256Error) -> Void

    /// Checks a token with everything the policy demands, and hands header and claims to `body`, if there are any.
    func examine(
        _ token: String, at now: CurrentTime, _ report: inout RuleReport, _ body: ClaimsHandler
    ) throws(HS256Error) {
        unsafe try authenticate(token, &report) { (setup, header, payload, key, report) throws(HS256Error) in
            unsafe try ClaimReader.read(payload, maximumDepth: setup.policy.limits.maximumDepth) {
                (claims: borrowing ClaimReader) throws(HS256Error) in
                try setup.check(claims, at: now, &report)
                try body(header, claims, key, &report)
            } orElse: { (error: JSONError) throws(HS256Error) in
                try report.refuse(HS256Error(.payloadNotJSON(error)))
            }
        }
    }

    /// Checks everything about a token but its claims, and hands header and payload to `body`, if there are any.
    func authenticate(_ token: String, _ report: inout RuleReport, _ body: PayloadHandler) throws(HS256Error) {
        unsafe try withUTF8(of: token) { (text) throws(HS256Error) in
            guard unsafe try checkSize(of: text, &report) else { return }
            // A text that the short way gives up is looked at anew, to say what is wrong with it.
            if let header = unsafe expectedHeaders.header(of: text),
                unsafe try authenticate(text, header, &report, body)
            {
                return
            }
            unsafe try authenticate(text, &report, body)
        }
    }

    /// The same for a text of which nothing is known.
    @inline(never)
    private func authenticate(
        _ text: UnsafeBufferPointer<UInt8>, _ report: inout RuleReport, _ body: PayloadHandler
    ) throws(HS256Error) {
        guard let token = unsafe try segments(of: text, &report) else { return }
        unsafe try withMemory(for: text) { (free: inout UnsafeMutablePointer<UInt8>) throws(HS256Error) in
            guard let header = unsafe try decode(.header, of: token, to: &free, &report) else { return }
            unsafe try ClaimReader.read(header, maximumDepth: policy.limits.maximumDepth) {
                (header: borrowing ClaimReader) throws(HS256Error) in
                let candidates = try keys.candidates(for: header, &report)
                let payload = unsafe try decode(.payload, of: token, to: &free, &report)
                let code = unsafe try decode(.signature, of: token, to: &free, &report)
                let key = unsafe try checkSignature(code, of: token, candidates, &report)
                guard let payload = unsafe payload else { return }
                unsafe try body(self, header, payload, key, &report)
            } orElse: { (error: JSONError) throws(HS256Error) in
                try report.refuse(HS256Error(.headerNotJSON(error)))
            }
        }
    }

    /// The same for a text whose header is an expected one, so that only the other segments are to be looked at.
    ///
    /// - Returns: false for one that is no token with a signature of HS256: nothing has been said about it then.
    private func authenticate(
        _ text: UnsafeBufferPointer<UInt8>, _ header: UnsafePointer<ExpectedHeader>, _ report: inout RuleReport,
        _ body: PayloadHandler
    ) throws(HS256Error) -> Bool {
        // They own the header.
        defer { withExtendedLifetime(expectedHeaders) {} }
        guard let token = unsafe header.pointee.segments(of: text) else { return false }
        return unsafe try withMemory(for: text) { (free: inout UnsafeMutablePointer<UInt8>) throws(HS256Error) in
            guard let opened = unsafe header.pointee.open(token, into: free) else { return false }
            let key = unsafe header.pointee.key
            if !opened.isAuthentic { try refuse(HS256Error(.signatureMismatch), .one(key), &report) }
            unsafe try ClaimReader.read(header.pointee.document) { (header: borrowing ClaimReader) throws(HS256Error) in
                unsafe try body(self, header, opened.payload, opened.isAuthentic ? key : nil, &report)
            }
            return true
        }
    }

    /// Lends memory for what a token's segments decode to: less than the text has bytes, and the slack of one may be
    /// written over by the next.
    @inline(__always)
    private func withMemory<Result>(
        for text: UnsafeBufferPointer<UInt8>,
        _ body: (inout UnsafeMutablePointer<UInt8>) throws(HS256Error) -> Result
    ) throws(HS256Error) -> Result {
        try withGrowableBuffer(of: UInt8.self, capacity: 1024) { (buffer) throws(HS256Error) -> Result in
            var free = unsafe buffer.room(for: text.count + Base64.slack)
            return unsafe try body(&free)
        }
    }

    /// The size, before any other work.
    private func checkSize(of text: UnsafeBufferPointer<UInt8>, _ report: inout RuleReport) throws(HS256Error) -> Bool {
        if text.count <= policy.limits.maximumByteCount { return true }
        try report.refuse(HS256Error(.tokenTooLarge(byteCount: text.count, limit: policy.limits.maximumByteCount)))
        return false
    }

    /// The two dots.
    private func segments(
        of text: UnsafeBufferPointer<UInt8>, _ report: inout RuleReport
    ) throws(HS256Error) -> CompactToken? {
        do throws(HS256Error) {
            return unsafe try CompactToken(text)
        } catch {
            try report.refuse(error)
            return nil
        }
    }

    /// Decodes a segment to the free memory, which it moves on; nil where the segment is not base64url.
    @inline(__always)
    private func decode(
        _ segment: TokenSegment, of token: CompactToken, to free: inout UnsafeMutablePointer<UInt8>,
        _ report: inout RuleReport
    ) throws(HS256Error) -> UnsafeBufferPointer<UInt8>? {
        do throws(HS256Error) {
            let count = unsafe try token.decode(segment, into: free)
            defer { unsafe free += count }
            return unsafe UnsafeBufferPointer(start: free, count: count)
        } catch {
            try report.refuse(error)
            return nil
        }
    }

    // MARK: Signature

    /// The index of the key under which `code` is the token's authentication code; nil where there is none.
    private func checkSignature(
        _ code: UnsafeBufferPointer<UInt8>?, of token: CompactToken, _ candidates: KeyRing.Candidates,
        _ report: inout RuleReport
    ) throws(HS256Error) -> Int? {
        guard let code = unsafe code else {
            report.isUnauthenticated = true
            return nil
        }
        guard code.count == SHA256.byteCount else {
            try refuse(HS256Error(.signatureLength(byteCount: code.count)), candidates, &report)
            return nil
        }
        let received = unsafe HMACSHA256.AuthenticationCode(reading: code.baseAddress.unsafelyUnwrapped)
        let key = keys.firstIndex(of: candidates) { key in
            unsafe key.hmacKey.code(for: token.signingInput) == received
        }
        if key == nil { try refuse(HS256Error(.signatureMismatch), candidates, &report) }
        return key
    }

    /// Says that the signature is not good, and that nothing is vouched for from here on.
    ///
    /// Under another algorithm, or without a key, there is no saying whether the signature is good.
    private func refuse(
        _ error: HS256Error, _ candidates: KeyRing.Candidates, _ report: inout RuleReport
    ) throws(HS256Error) {
        if case .none = candidates {} else { try report.refuse(error) }
        report.isUnauthenticated = true
    }
}
