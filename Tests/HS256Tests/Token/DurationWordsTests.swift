import HS256
import Testing

struct DurationWordsTests {
    @Test(
        arguments: [
            (.zero, "0 seconds"), (.nanoseconds(1), "less than a second"), (.milliseconds(-999), "less than a second"),
            (.seconds(1), "1 second"), (.milliseconds(1_999), "1 second"), (.seconds(59), "59 seconds"),
            (.seconds(60), "1 minute"),
            (.seconds(61), "1 minute 1 second"), (.seconds(-125), "2 minutes 5 seconds"), (.seconds(3_600), "1 hour"),
            (.seconds(3_601), "1 hour"), (.seconds(7_260), "2 hours 1 minute"), (.seconds(86_400), "1 day"),
            (.seconds(86_400 + 59), "1 day"), (.seconds(3 * 86_400 + 4 * 3_600 + 5), "3 days 4 hours"),
            (.seconds(31_557_600), "1 year"), (.seconds(2 * 31_557_600 + 86_400), "2 years 1 day"),
            (.seconds(253_402_300_799), "8029 years 304 days"), (.seconds(Int64.min), "292271023045 years 114 days"),
        ] as [(Duration, String)])
    func words(_ duration: Duration, _ expected: String) {
        #expect(duration.inWords == expected)
    }
}
