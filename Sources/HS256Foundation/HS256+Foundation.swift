public import Foundation
public import HS256
public import HS256Primitives

extension HS256Key {
    /// A key from the bytes of a `Data`.
    ///
    /// - Throws: `Finding.Code.keyTooShort` under 32 bytes (RFC 7518 3.2), `Finding.Code.keyIsPublic`.
    public init(data secret: Data) throws(HS256Error) {
        try self.init(bytes: secret)
    }
}

extension Data {
    /// The 32 bytes of a SHA-256 digest.
    public init(_ digest: SHA256.Digest) {
        self.init(Array(digest))
    }
}

extension NumericDate {
    /// The point in time that a `Date` stands for, to the microsecond, or nil where it is before 1970, after 9999 or not
    /// a number.
    public init?(_ date: Date) {
        let seconds = date.timeIntervalSince1970
        guard seconds.isFinite, (0..<253_402_300_800).contains(seconds) else { return nil }
        let whole = seconds.rounded(.down)
        // A Double of our days has steps of a quarter of a microsecond; what is finer is noise. The nearest microsecond is
        // the one that was meant: rounded down, most dates would lose one on their way through Date and back.
        let microseconds = Int64(((seconds - whole) * 1_000_000).rounded())
        self.init(
            unixSeconds: Int64(whole) + microseconds / 1_000_000, nanoseconds: Int(microseconds % 1_000_000) * 1_000)
    }
}

extension Date {
    /// The point in time that a `NumericDate` stands for.
    public init(_ date: NumericDate) {
        self.init(timeIntervalSince1970: Double(date.unixSeconds) + Double(date.nanoseconds) / 1_000_000_000)
    }
}
