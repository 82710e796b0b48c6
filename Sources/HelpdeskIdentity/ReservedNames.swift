package import HS256

/// Keeps claims of the caller's own from taking the place of claims that have a meaning.
package enum ReservedNames {
    /// Refuses an object with a member of one of these names.
    ///
    /// Names that differ only in the case of ASCII letters are refused too: nobody means both `scope` and `Scope`. A
    /// registered claim that is not reserved, such as `jti`, must have its type: no verifier would take the token.
    ///
    /// - Throws: `JWTError.claimReserved`, `JWTError.claimWrongType`, `JWTError.dateOutOfRange`.
    package static func check(
        _ claims: JSONObject, _ reserved: @autoclosure () -> [StaticString]
    ) throws(JWTError) {
        guard !claims.isEmpty else { return }
        let reserved = reserved()
        for member in claims.members {
            let name = Array(member.name.utf8.map(lowercase))
            for reservedName in reserved where reservedName.description.utf8.map(lowercase) == name {
                throw .claimReserved(member.name)
            }
        }
        try RegisteredClaims.checkTypes(of: claims)
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
