extension JSONNumber {
    /// Negative, zero, or positive: whether the number is less than, equal to, or greater than a number of seconds since
    /// 1970. Exact for dates up to the year 9999.
    package func order(comparedTo seconds: Int64) -> Int {
        let date: Result<NumericDate, NumericDate.RangeError> = unsafe withUTF8(of: text) { text in
            do throws(NumericDate.RangeError) {
                return .success(unsafe try NumericDate(number: text))
            } catch {
                return .failure(error)
            }
        }
        switch date {
        case .failure(.negative): return -1
        case .failure: return 1
        case .success(let date):
            if date.unixSeconds != seconds { return date.unixSeconds < seconds ? -1 : 1 }
            return date.halfNanoseconds == 0 ? 0 : 1
        }
    }
}

extension NumericDate {
    /// Why a JSON number is not a date.
    enum RangeError: Error {
        /// Less than zero: before 1970.
        case negative
        /// After the year 9999.
        case tooLarge
        /// After the year 9999, but in our days if it were in a smaller unit.
        case subseconds(SubsecondUnit)

        /// The unit that the number is likely in.
        var unit: SubsecondUnit? {
            if case .subseconds(let unit) = self { return unit }
            return nil
        }
    }

    /// Reads a JSON number of any form, exactly.
    ///
    /// - Parameter text: a number that the scanner has checked (RFC 8259 6).
    @inline(__always)
    init(number text: UnsafeBufferPointer<UInt8>) throws(RangeError) {
        if let seconds = unsafe Self.wholeNumber(text), let date = NumericDate(unixSeconds: seconds) {
            self = date
        } else {
            self = try unsafe NumericDate(Decimal(text))
        }
    }

    @inline(never)
    private init(_ decimal: Decimal) throws(RangeError) {
        if decimal.isZero {
            self = .epoch
            return
        }
        guard !decimal.isNegative else { throw .negative }
        guard decimal.wholeDigitCount <= 12 else {
            throw SubsecondUnit(digitCount: decimal.wholeDigitCount).map { .subseconds($0) } ?? .tooLarge
        }
        guard let date = NumericDate(unixSeconds: decimal.whole, halfNanoseconds: decimal.halfNanoseconds) else {
            throw .tooLarge
        }
        self = date
    }

    /// The value of eight to twelve digits, which is what nearly every date is, or nil where there is anything else.
    @inline(__always)
    private static func wholeNumber(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard let start = text.baseAddress, (8...12).contains(text.count) else { return nil }
        let rest = text.count &- 8
        // The last eight: those that are among the first eight too are replaced by zeros.
        let repeated = UInt64.max &>> UInt64(truncatingIfNeeded: 8 &* rest)
        let first = unsafe ByteWord.load(start)
        let last = unsafe ByteWord.load(start + rest) & ~repeated | 0x3030_3030_3030_3030 & repeated
        guard DecimalDigits.others(in: first) | DecimalDigits.others(in: last) == 0 else { return nil }
        return Int64(DecimalDigits.value(of: first)) &* powerOfTen(rest) &+ Int64(DecimalDigits.value(of: last))
    }

    /// For up to four.
    @inline(__always)
    private static func powerOfTen(_ exponent: Int) -> Int64 {
        switch exponent {
        case 0: return 1
        case 1: return 10
        case 2: return 100
        case 3: return 1_000
        default: return 10_000
        }
    }

    /// A JSON number as its significant digits and the place of its point, of which nothing is rounded.
    private struct Decimal {
        private var digits: [UInt8] = []
        private(set) var isNegative = false
        /// How many digits stand before the point; negative when zeros stand between the point and the first digit.
        private(set) var wholeDigitCount = 0

        var isZero: Bool { digits.isEmpty }

        init(_ text: UnsafeBufferPointer<UInt8>) {
            var exponent = 0
            var exponentSign = 1
            var isFraction = false
            var isExponent = false
            for index in 0..<text.count {
                switch unsafe text[index] {
                case 0x2D where isExponent: exponentSign = -1
                case 0x2D: isNegative = true
                case 0x2B: break
                case 0x2E: isFraction = true
                case 0x45, 0x65: isExponent = true
                case let byte where isExponent:
                    // A million is past anything that matters, and cannot overflow.
                    exponent = min(exponent * 10 + Int(byte - 0x30), 1_000_000)
                case let byte:
                    if byte != 0x30 || !digits.isEmpty { digits.append(byte - 0x30) }
                    if isFraction && digits.isEmpty { wholeDigitCount -= 1 }
                    if !isFraction && !digits.isEmpty { wholeDigitCount += 1 }
                }
            }
            wholeDigitCount += exponentSign * exponent
        }

        /// The digits before the point; only for up to twelve of them.
        var whole: Int64 {
            var number: Int64 = 0
            for place in 0..<max(wholeDigitCount, 0) { number = number * 10 + Int64(digit(place)) }
            return number
        }

        /// Nine digits after the point, twice, and one more if any digit after them is not zero.
        var halfNanoseconds: UInt32 {
            var nanoseconds: UInt32 = 0
            for place in 0..<9 { nanoseconds = nanoseconds * 10 + UInt32(digit(wholeDigitCount + place)) }
            let isBetween =
                digits.count > wholeDigitCount + 9 && digits.dropFirst(max(wholeDigitCount + 9, 0)).contains { $0 != 0 }
            return nanoseconds * 2 + (isBetween ? 1 : 0)
        }

        /// The digit at a place counted from the first significant one; zero outside of what was written.
        private func digit(_ place: Int) -> UInt8 {
            digits.indices.contains(place) ? digits[place] : 0
        }
    }
}
