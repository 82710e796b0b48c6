// The rules of headers, and the keys that a header leaves.

extension KeyRing {
    /// Which keys a token may be signed with.
    enum Candidates: Sendable {
        case one(Int)
        /// Every key of the ring, or only those without an id.
        case each(onlyWithoutID: Bool)
        case none
    }

    /// The index of the first candidate that holds, tried one after the other.
    @inline(__always)
    func firstIndex(of candidates: Candidates, where holds: (HS256Key) -> Bool) -> Int? {
        switch candidates {
        case .one(let index):
            return holds(entries[index].key) ? index : nil
        case .each(let onlyWithoutID):
            for index in entries.indices where !onlyWithoutID || entries[index].id == nil {
                if holds(entries[index].key) { return index }
            }
            return nil
        case .none:
            return nil
        }
    }

    /// The index of the only key that a token may be signed with, or nil where there are more, or none.
    func onlyIndex(of candidates: Candidates) -> Int? {
        switch candidates {
        case .one(let index): return index
        case .each(let onlyWithoutID):
            let indices = entries.indices.filter { !onlyWithoutID || entries[$0].id == nil }
            return indices.count == 1 ? indices[0] : nil
        case .none: return nil
        }
    }

    /// `alg` first, then `crit`, then the types of the other parameters, then `kid`.
    func candidates(
        for header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(JWTError) -> Candidates {
        let parameters = header.headerParameters()
        let isHS256 = header.isString(at: parameters.algorithm, equalTo: JOSEHeader.algorithm)
        if !isHS256 { try report.refuse(Self.algorithmError(header)) }
        if parameters.critical.isPresent { try report.refuse(JWTError.criticalExtension) }
        try Self.checkIsString("typ", at: parameters.type, in: header, &report)
        try Self.checkIsString("cty", at: parameters.contentType, in: header, &report)
        try Self.checkIsString("kid", at: parameters.keyID, in: header, &report)
        let candidates = try candidates(forKeyAt: parameters.keyID, in: header, &report)
        return isHS256 ? candidates : .none
    }

    private static func checkIsString(
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
        forKeyAt keyID: ClaimPlace, in header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(JWTError) -> Candidates {
        guard header.kind(at: keyID) == .string else { return .each(onlyWithoutID: false) }
        var someHaveNoID = false
        for index in entries.indices {
            guard let id = entries[index].id else {
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
}
