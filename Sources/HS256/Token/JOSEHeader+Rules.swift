extension JOSEHeader {
    /// The names of the parameters that have a rule (RFC 7515 4.1, RFC 7797 3).
    enum Name {
        static var algorithm: ClaimName { ClaimName("alg", ownIndex: 0) }
        static var type: ClaimName { ClaimName("typ", ownIndex: 1) }
        static var contentType: ClaimName { ClaimName("cty", ownIndex: 2) }
        static var keyID: ClaimName { ClaimName("kid", ownIndex: 3) }
        static var critical: ClaimName { ClaimName("crit", ownIndex: 4) }
        static var base64Encoding: ClaimName { ClaimName("b64", ownIndex: 5) }
    }

    /// Their table.
    package static let table = ClaimTable(
        [Name.algorithm, Name.type, Name.contentType, Name.keyID, Name.critical, Name.base64Encoding])

    /// Checks the parameters of a received header that say how the token is to be read: `alg` first, then `crit` and `b64`,
    /// then the types of the others. `kid` is left to the key ring.
    ///
    /// - Parameters:
    ///   - header: The header, read with the ``table``.
    ///   - report: Where broken rules go.
    /// - Returns: Whether the algorithm is HS256, without which there is nothing that a key could be asked.
    static func check(_ header: borrowing ClaimReader, _ report: inout RuleReport) throws(HS256Error) -> Bool {
        let isHS256 = header.isString(Name.algorithm, equalTo: algorithm)
        if !isHS256 { try report.refuse(algorithmError(header)) }
        if header.contains(Name.critical) { try report.refuse(HS256Error(.criticalExtension)) }
        if header.contains(Name.base64Encoding), header.valueIfPresent(Name.base64Encoding) != .bool(true) {
            try report.refuse(HS256Error(.unencodedPayload))
        }
        try checkIsString(Name.type, in: header, &report)
        try checkIsString(Name.contentType, in: header, &report)
        try checkIsString(Name.keyID, in: header, &report)
        return isHS256
    }

    private static func checkIsString(
        _ name: ClaimName, in header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let kind = header.kind(of: name), kind != .string else { return }
        try report.refuse(HS256Error(.headerWrongType(name.description, found: kind)))
    }

    @inline(never)
    private static func algorithmError(_ header: borrowing ClaimReader) -> HS256Error {
        switch header.valueIfPresent(Name.algorithm) {
        case nil: return HS256Error(.algorithmMissing)
        case .string(let name)?: return HS256Error(.algorithmNotAllowed(name))
        case let other?: return HS256Error(.algorithmWrongType(found: other.kind))
        }
    }
}
