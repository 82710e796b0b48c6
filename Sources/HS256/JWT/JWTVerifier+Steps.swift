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
    ) throws(JWTError) -> Void

    /// The same with the bytes of the payload in place of the claims.
    typealias PayloadHandler = (
        borrowing ClaimReader, UnsafeBufferPointer<UInt8>, Int?, inout RuleReport
    ) throws(JWTError) -> Void

    /// Checks a token with everything the policy demands, and hands header and claims to `body`, if there are any.
    func examine(
        _ token: String, at now: NumericDate, _ report: inout RuleReport, _ body: ClaimsHandler
    ) throws(JWTError) {
        unsafe try authenticate(token, &report) { (header, payload, key, report) throws(JWTError) in
            unsafe try ClaimReader.read(payload) { (claims: borrowing ClaimReader) throws(JWTError) in
                try policy.check(claims, at: now, &report)
                try body(header, claims, key, &report)
            } orElse: { (error: JSONError) throws(JWTError) in
                try report.refuse(JWTError.payloadNotJSON(error))
            }
        }
    }

    /// Checks everything about a token but its claims, and hands header and payload to `body`, if there are any.
    func authenticate(_ token: String, _ report: inout RuleReport, _ body: PayloadHandler) throws(JWTError) {
        unsafe try withUTF8(of: token) { (text) throws(JWTError) in
            guard let token = unsafe try segments(of: text, &report) else { return }
            unsafe try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + Base64URL.slack) {
                (memory: UnsafeMutableBufferPointer<UInt8>) throws(JWTError) in
                // The text has two dots, so there is memory; decoded, the three segments are shorter than the text, and
                // the slack of one may be written over by the next.
                var free = unsafe memory.baseAddress.unsafelyUnwrapped
                guard let header = unsafe try decode(.header, of: token, to: &free, &report) else { return }
                unsafe try ClaimReader.read(header) { (header: borrowing ClaimReader) throws(JWTError) in
                    let candidates = try checkHeader(header, &report)
                    let payload = unsafe try decode(.payload, of: token, to: &free, &report)
                    let code = unsafe try decode(.signature, of: token, to: &free, &report)
                    let key = unsafe try checkSignature(code, of: token, candidates, &report)
                    guard let payload = unsafe payload else { return }
                    unsafe try body(header, payload, key, &report)
                } orElse: { (error: JSONError) throws(JWTError) in
                    try report.refuse(JWTError.headerNotJSON(error))
                }
            }
        }
    }

    /// The size, before any other work, and the two dots.
    private func segments(
        of text: UnsafeBufferPointer<UInt8>, _ report: inout RuleReport
    ) throws(JWTError) -> CompactToken? {
        guard text.count <= policy.maximumByteCount else {
            try report.refuse(JWTError.tokenTooLarge(byteCount: text.count, limit: policy.maximumByteCount))
            return nil
        }
        do throws(JWTError) {
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
    ) throws(JWTError) -> UnsafeBufferPointer<UInt8>? {
        do throws(JWTError) {
            let count = unsafe try token.decode(segment, into: free)
            defer { unsafe free += count }
            return unsafe UnsafeBufferPointer(start: free, count: count)
        } catch {
            try report.refuse(error)
            return nil
        }
    }

    // MARK: Header

    /// Which keys a token may be signed with.
    private enum KeyCandidates {
        case one(Int)
        /// Every key of the ring, or only those without an id.
        case each(onlyWithoutID: Bool)
        case none
    }

    /// `alg` first, then `crit`, then the types of the other parameters, then `kid`.
    private func checkHeader(
        _ header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(JWTError) -> KeyCandidates {
        let parameters = header.headerParameters()
        let isHS256 = header.isString(at: parameters.algorithm, equalTo: JOSEHeader.algorithm)
        if !isHS256 { try report.refuse(Self.algorithmError(header)) }
        if parameters.critical.isPresent { try report.refuse(JWTError.criticalExtension) }
        try checkIsString("typ", at: parameters.type, in: header, &report)
        try checkIsString("cty", at: parameters.contentType, in: header, &report)
        try checkIsString("kid", at: parameters.keyID, in: header, &report)
        let candidates = try candidates(for: parameters.keyID, in: header, &report)
        return isHS256 ? candidates : .none
    }

    private func checkIsString(
        _ name: StaticString, at place: ClaimPlace, in header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(JWTError) {
        guard let kind = header.kind(at: place), kind != .string else { return }
        try report.refuse(JWTError.headerWrongType(name.description, found: kind))
    }

    private static func algorithmError(_ header: borrowing ClaimReader) -> JWTError {
        switch header.valueIfPresent("alg") {
        case nil: return .algorithmMissing
        case .string(let name)?: return .algorithmNotAllowed(name)
        case let other?: return .algorithmWrongType(found: other.kind)
        }
    }

    private func candidates(
        for keyID: ClaimPlace, in header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(JWTError) -> KeyCandidates {
        guard header.kind(at: keyID) == .string else { return .each(onlyWithoutID: false) }
        var someHaveNoID = false
        for index in keys.entries.indices {
            guard let id = keys.entries[index].id else {
                someHaveNoID = true
                continue
            }
            if header.isString(at: keyID, equalTo: id) { return .one(index) }
        }
        if someHaveNoID { return .each(onlyWithoutID: true) }
        let unknown = try header.string("kid")
        try report.refuse(JWTError.keyIDUnknown(unknown))
        return .none
    }

    // MARK: Signature

    /// The index of the key under which `code` is the token's authentication code; nil where there is none.
    private func checkSignature(
        _ code: UnsafeBufferPointer<UInt8>?, of token: CompactToken, _ candidates: KeyCandidates,
        _ report: inout RuleReport
    ) throws(JWTError) -> Int? {
        let error: JWTError
        if let code = unsafe code {
            if code.count == SHA256.byteCount {
                let received = unsafe HMACSHA256.AuthenticationCode(reading: code.baseAddress.unsafelyUnwrapped)
                if let key = matchingKey(received, of: token, candidates) { return key }
                error = .signatureMismatch
            } else {
                error = .signatureLength(byteCount: code.count)
            }
            // Under another algorithm, or without a key, there is no saying whether the signature is good.
            if case .none = candidates {} else { try report.refuse(error) }
        }
        report.isUnauthenticated = true
        return nil
    }

    private func matchingKey(
        _ received: HMACSHA256.AuthenticationCode, of token: CompactToken, _ candidates: KeyCandidates
    ) -> Int? {
        switch candidates {
        case .one(let index):
            return isSigned(token, received, keys.entries[index].key) ? index : nil
        case .each(let onlyWithoutID):
            for index in keys.entries.indices where !onlyWithoutID || keys.entries[index].id == nil {
                if isSigned(token, received, keys.entries[index].key) { return index }
            }
            return nil
        case .none:
            return nil
        }
    }

    @inline(__always)
    private func isSigned(
        _ token: CompactToken, _ received: HMACSHA256.AuthenticationCode, _ key: HS256Key
    ) -> Bool {
        unsafe key.midstates.code(for: token.signingInput) == received
    }
}
