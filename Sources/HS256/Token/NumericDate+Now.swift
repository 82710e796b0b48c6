extension NumericDate {
    /// What the clock of the system says now: to the nanosecond, on Windows to a tenth of a microsecond.
    ///
    /// Traps on a platform that has no clock, so give each call the time it is to go by there. Any answer would be a wrong one
    /// that makes tokens good for ever, or for nobody.
    public static var now: NumericDate {
        let time = Platform.exactTime
        return NumericDate(unixSeconds: time.seconds, nanoseconds: time.nanoseconds) ?? .epoch
    }
}
