extension JOSEHeader {
    /// Checks the parameters of a received header that say how the token is to be read: `alg` first, then `crit` and `b64`,
    /// then the types of the others. `kid` is left to the key ring.
    ///
    /// - Parameters:
    ///   - header: The header.
    ///   - parameters: Where its parameters are.
    ///   - report: Where broken rules go.
    /// - Returns: Whether the algorithm is HS256, without which there is nothing that a key could be asked.
    static func check(
        _ header: borrowing ClaimReader, _ parameters: HeaderParameterLocations, _ report: inout RuleReport
    ) throws(HS256Error) -> Bool {
        let isHS256 = header.isString(at: parameters.algorithm, equalTo: algorithm)
        if !isHS256 { try report.refuse(algorithmError(header)) }
        if parameters.critical.isPresent { try report.refuse(HS256Error(.criticalExtension)) }
        if parameters.base64Encoding.isPresent, header.valueIfPresent("b64") != .bool(true) {
            try report.refuse(HS256Error(.unencodedPayload))
        }
        try checkIsString("typ", at: parameters.type, in: header, &report)
        try checkIsString("cty", at: parameters.contentType, in: header, &report)
        try checkIsString("kid", at: parameters.keyID, in: header, &report)
        return isHS256
    }

    private static func checkIsString(
        _ name: StaticString, at location: ClaimLocation, in header: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let kind = header.kind(at: location), kind != .string else { return }
        try report.refuse(HS256Error(.headerWrongType(name.description, found: kind)))
    }

    private static func algorithmError(_ header: borrowing ClaimReader) -> HS256Error {
        switch header.valueIfPresent("alg") {
        case nil: return HS256Error(.algorithmMissing)
        case .string(let name)?: return HS256Error(.algorithmNotAllowed(name))
        case let other?: return HS256Error(.algorithmWrongType(found: other.kind))
        }
    }
}
