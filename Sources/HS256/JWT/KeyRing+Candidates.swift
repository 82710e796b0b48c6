// The keys that a header leaves to be tried.

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

    /// Checks the rules of a received header, and chooses the keys that its token may be signed with.
    ///
    /// - Returns: None where the algorithm is not HS256, or the header names a key that the ring does not have.
    func candidates(
        for header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) -> Candidates {
        let isHS256 = try JOSEHeader.check(header, &report)
        let candidates = try candidates(forKeyIDIn: header, &report)
        return isHS256 ? candidates : .none
    }

    private func candidates(
        forKeyIDIn header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) -> Candidates {
        guard header.kind(of: JOSEHeader.Name.keyID) == .string else { return .each(onlyWithoutID: false) }
        var someHaveNoID = false
        for index in entries.indices {
            guard let id = entries[index].id else {
                someHaveNoID = true
                continue
            }
            if header.isString(JOSEHeader.Name.keyID, equalTo: id) { return .one(index) }
        }
        if someHaveNoID { return .each(onlyWithoutID: true) }
        let unknown = try header.string(JOSEHeader.Name.keyID)
        try report.refuse(HS256Error(.keyIDUnknown(unknown)))
        return .none
    }
}
