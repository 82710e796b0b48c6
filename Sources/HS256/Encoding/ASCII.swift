extension UInt8 {
    package var isASCIIUppercase: Bool { (0x41...0x5A).contains(self) }
    package var isASCIILowercase: Bool { (0x61...0x7A).contains(self) }
    package var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    package var isASCIILetter: Bool { isASCIIUppercase || isASCIILowercase }

    /// The byte, an ASCII capital as its small letter.
    package var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }

    /// Whether it is in the alphabet of base64url (RFC 4648 5).
    package var isBase64URL: Bool { isASCIILetter || isASCIIDigit || self == 0x2D || self == 0x5F }
    /// Whether it is in the alphabet of base64 or base64url, or padding.
    var isAnyBase64: Bool { isBase64URL || self == 0x2B || self == 0x2F || self == 0x3D }
    var isHexadecimal: Bool { Hexadecimal.value(of: self) != nil }
}

extension Sequence<UInt8> {
    /// Whether two texts are the same but for the case of ASCII letters.
    package func isSameIgnoringCase(as other: some Sequence<UInt8>) -> Bool {
        elementsEqual(other) { $0.asciiLowercased == $1.asciiLowercased }
    }
}
