import HelpdeskJWT

extension String {
    /// The text with every character escaped that could drive a terminal or change how the text around it is read. Line
    /// breaks are escaped too.
    package var safe: String {
        if unicodeScalars.allSatisfy({ $0.isSafeToShow }) { return self }
        return unicodeScalars.map { $0.isSafeToShow ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
    }

    /// JSON text with the same characters written as `\u` escapes, which mean the same. These characters occur only in
    /// strings, and all are below U+10000, so the four digits of RFC 8259 7 are enough.
    var safeJSON: String {
        if unicodeScalars.allSatisfy({ $0.isSafeToShow }) { return self }
        return unicodeScalars.map { scalar in
            if scalar.isSafeToShow { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
