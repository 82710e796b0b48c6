// Looking for ASCII in bytes. A diagnosis reads texts that may not be UTF-8, and Embedded Swift has no tables of Unicode.

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Whether the bytes begin with a text.
    func begins(with text: StaticString, ignoringCase: Bool = false) -> Bool {
        hasBytes(of: text, at: startIndex, ignoringCase: ignoringCase)
    }

    /// Whether the bytes end with a text.
    func ends(with text: StaticString, ignoringCase: Bool = false) -> Bool {
        hasBytes(of: text, at: endIndex - text.utf8CodeUnitCount, ignoringCase: ignoringCase)
    }

    /// Where a text begins for the first time, or nil where it does not occur.
    func firstIndex(of text: StaticString, ignoringCase: Bool = false) -> Int? {
        indices.first { hasBytes(of: text, at: $0, ignoringCase: ignoringCase) }
    }

    /// Whether a text occurs anywhere.
    package func contains(_ text: StaticString, ignoringCase: Bool = false) -> Bool {
        firstIndex(of: text, ignoringCase: ignoringCase) != nil
    }

    /// Whether the bytes are those of a text, and no others.
    func isEqual(to text: StaticString, ignoringCase: Bool = false) -> Bool {
        count == text.utf8CodeUnitCount && begins(with: text, ignoringCase: ignoringCase)
    }

    /// - Parameter ignoringCase: The text must be in lower case then.
    private func hasBytes(of text: StaticString, at start: Int, ignoringCase: Bool) -> Bool {
        let length = text.utf8CodeUnitCount
        guard start >= startIndex, length <= endIndex - start else { return false }
        for offset in 0..<length {
            let expected = unsafe text.utf8Start[offset]
            let byte = self[start + offset]
            guard byte == expected || ignoringCase && byte.asciiLowercased == expected else {
                return false
            }
        }
        return true
    }

    /// The bytes without white space and control characters at both ends.
    var trimmed: SubSequence {
        guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
            return self[endIndex..<endIndex]
        }
        return self[first...last]
    }

    /// The bytes without those that `isRemoved` is true for.
    func removing(_ isRemoved: (UInt8) -> Bool) -> [UInt8] { filter { !isRemoved($0) } }
}
