/// A token that was received, taken apart and read: its header and its claims.
///
/// Its signature has been checked, and its registered claims too. In a verification both were good; in a diagnosis the
/// report has what was not. A reader lives only as long as the call that hands it over, and cannot be copied out of it.
public struct TokenReader: ~Copyable {
    /// Whether the header is, byte for byte, the one with which tokens of this kind are signed here.
    public let hasExpectedHeader: Bool
    /// The header.
    public let header: ClaimReader
    /// The claims.
    public let claims: ClaimReader
    /// The time to go by.
    public var now: NumericDate { time.exact }

    /// The time to go by, as far as it is known.
    package let time: CurrentTime
    /// `exp`, if it is a date.
    package let expiration: NumericDate?
    /// The index of the key that matched; nil in a diagnosis where none did.
    let key: Int?
}
