/// The seven claims that RFC 7519 4.1 gives a meaning, and the types that it gives them.
package enum RegisteredClaims {
    /// Refuses a registered claim of another type, or a date out of range, in claims that are to be signed.
    package static func checkTypes(of members: JSONObject) throws(HS256Error) {
        for name in strings { try checkString(name, members[name.description]?.kind) }
        if let audience = members["aud"], Audience(json: audience) == nil {
            throw HS256Error(.claimWrongType("aud", expected: .array, found: audience.kind))
        }
        for name in dates {
            guard let date = members[name.description] else { continue }
            guard case .number(let number) = date else {
                throw HS256Error(.claimWrongType(name.description, expected: .number, found: date.kind))
            }
            do throws(NumericDate.RangeError) {
                _ = try NumericDate(number)
            } catch {
                throw HS256Error(.dateOutOfRange(name.description, likelyUnit: error.unit))
            }
        }
    }

    private static func checkString(_ name: StaticString, _ kind: JSONValue.Kind?) throws(HS256Error) {
        guard let kind, kind != .string else { return }
        throw HS256Error(.claimWrongType(name.description, expected: .string, found: kind))
    }

    private static var strings: [StaticString] { ["iss", "sub", "jti"] }
    private static var dates: [StaticString] { ["exp", "nbf", "iat"] }
}
