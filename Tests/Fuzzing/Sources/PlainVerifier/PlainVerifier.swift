/// A second verifier: slow, obvious, and written without a look at the first. One rule a line, in the order in which the
/// rules are documented.
package struct PlainVerifier: Sendable {
    /// How far a token came before it was refused.
    package enum Step: Equatable {
        case size, segments, encoding, header, signature, payload, claims
    }

    /// What a verifier says of a token.
    package enum Verdict: Equatable {
        case accepted(PlainJSON)
        case refused(Step)
    }

    package struct Key: Sendable {
        let id: String?
        let secret: [UInt8]

        package init(id: String? = nil, secret: [UInt8]) {
            self.id = id
            self.secret = secret
        }
    }

    /// What `aud` must be.
    package enum Audience: Sendable {
        /// There must be none.
        case none
        /// One of these must be named.
        case anyOf([String])
    }

    package var keys: [Key]
    package var issuer: String?
    package var subject: String?
    package var audience: Audience = .none
    package var needsExpiration = true
    package var leeway = 0
    package var maximumAge: Int?
    package var required: [String] = []
    package var maximumByteCount = 16_384

    package init(keys: [Key]) {
        self.keys = keys
    }

    /// The verdict on a token at some time, in whole seconds.
    package func verdict(on token: [UInt8], at now: Int) -> Verdict {
        guard token.count <= maximumByteCount else { return .refused(.size) }
        let segments = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Array($0) }
        guard segments.count == 3 else { return .refused(.segments) }
        guard let headerText = PlainBase64URL.decode(segments[0]) else { return .refused(.encoding) }
        guard let header = PlainJSON(headerText), let candidates = keys(for: header) else { return .refused(.header) }
        guard let payload = PlainBase64URL.decode(segments[1]), let code = PlainBase64URL.decode(segments[2]) else {
            return .refused(.encoding)
        }
        let input = segments[0] + [UInt8(ascii: ".")] + segments[1]
        guard candidates.contains(where: { PlainHMAC.code(for: input, key: $0.secret) == code }) else {
            return .refused(.signature)
        }
        guard let claims = PlainJSON(payload), case .object = claims else { return .refused(.payload) }
        return isGood(claims, at: now) ? .accepted(claims) : .refused(.claims)
    }

    /// The keys to try, or nil where the header is refused.
    private func keys(for header: PlainJSON) -> [Key]? {
        guard case .object = header else { return nil }
        guard header["alg"] == .string(Array("HS256".utf8)), header["crit"] == nil else { return nil }
        guard header["b64"].map({ $0 == .bool(true) }) ?? true else { return nil }
        for name in ["typ", "cty", "kid"] where !isStringOrAbsent(header[name]) { return nil }
        guard case .string(let id)? = header["kid"] else { return keys }
        let named = keys.filter { $0.id.map { Array($0.utf8) == id } ?? false }
        let unnamed = keys.filter { $0.id == nil }
        return named.isEmpty ? (unnamed.isEmpty ? nil : unnamed) : named
    }

    private func isGood(_ claims: PlainJSON, at now: Int) -> Bool {
        let latestPast = PlainDate(now - leeway)
        let earliestFuture = PlainDate(now + leeway)
        var dates: [String: PlainDate] = [:]
        for name in ["exp", "nbf", "iat"] {
            guard let value = claims[name] else { continue }
            guard case .number(let number) = value, let date = PlainDate(number: number) else { return false }
            dates[name] = date
        }
        if needsExpiration && dates["exp"] == nil { return false }
        if let expiration = dates["exp"], expiration <= latestPast { return false }
        if let notBefore = dates["nbf"], notBefore > earliestFuture { return false }
        if let issuedAt = dates["iat"], issuedAt > PlainDate(now + max(leeway, 60)) { return false }
        if let maximumAge {
            guard let issuedAt = dates["iat"], issuedAt >= PlainDate(now - leeway - maximumAge) else { return false }
        }
        for name in ["iss", "sub", "jti"] where !isStringOrAbsent(claims[name]) { return false }
        if let issuer, claims["iss"] != .string(Array(issuer.utf8)) { return false }
        if let subject, claims["sub"] != .string(Array(subject.utf8)) { return false }
        return isForUs(claims["aud"]) && required.allSatisfy { claims[$0] != nil }
    }

    private func isForUs(_ audience: PlainJSON?) -> Bool {
        let named: [PlainJSON]
        switch audience {
        case nil: named = []
        case .string(let name)?: named = [.string(name)]
        case .array(let elements)?:
            guard elements.allSatisfy({ isStringOrAbsent($0) }) else { return false }
            named = elements
        case _?: return false
        }
        switch self.audience {
        case .none: return audience == nil
        case .anyOf(let names): return names.contains { named.contains(.string(Array($0.utf8))) }
        }
    }

    private func isStringOrAbsent(_ value: PlainJSON?) -> Bool {
        switch value {
        case nil, .string?: return true
        case _?: return false
        }
    }
}
