package import HS256

/// A claim or header parameter that is not where it should be, and where it is instead.
package struct Absence {
    /// That it is missing, the beginning of a sentence.
    package let message: String
    /// The name that it has instead, if it has one.
    package private(set) var otherName: String?
    /// What is there in its place, the end of a sentence; may be empty.
    package let clause: String
    /// What to do where it is somewhere else or has another name; nil where it is not there at all.
    package let remedy: String?

    /// - Parameters:
    ///   - rule: The rule of the claim or header parameter.
    ///   - token: The token.
    ///   - isHeader: Whether it belongs in the header.
    ///   - isSearched: Whether it is looked for elsewhere, which takes memory in proportion to the token.
    package init(of rule: ClaimRule, from token: borrowing TokenReader, isHeader: Bool, isSearched: Bool = true) {
        guard isSearched else {
            message = "\"\(rule.name)\" is missing" + (isHeader ? " from the header" : "")
            clause = ""
            remedy = nil
            return
        }
        let name = rule.name.description
        let missing = "\"\(name)\" is missing" + (isHeader ? " from the header" : "")
        let misspelt =
            isHeader ? token.header.firstName(where: rule.isMeant) : token.claims.firstName(where: rule.isMeant)
        let isElsewhere = isHeader ? token.claims.contains(rule.name) : token.header.contains(rule.name)
        if let found = misspelt?.excerpt(quoted: false) {
            message = missing
            let differsInCase = found.utf8.isSameIgnoringCase(as: name.utf8)
            clause = "; there is \"\(found)\" instead" + (differsInCase ? ", and upper and lower case count" : "")
            remedy = "Rename \"\(found)\" to \"\(name)\""
            otherName = found
        } else if isElsewhere, name != "typ" {
            let (here, there) = isHeader ? ("payload", "header") : ("header", "payload")
            message = "\"\(name)\" is missing from the \(there): it is in the \(here)"
            clause = ""
            remedy =
                "Move \"\(name)\" to the \(there)" + (isHeader ? ": it is an option of the function that signs" : "")
        } else if !isHeader, let parent = token.claims.nameOfObject(with: name)?.excerpt(quoted: false) {
            message = "\"\(name)\" is missing at the top level: it is inside \"\(parent)\""
            clause = ""
            remedy = "Sign the members of \"\(parent)\" themselves, not nested in an object"
        } else {
            message = missing
            clause = ""
            remedy = nil
        }
    }
}

extension ClaimRule {
    /// Whether a name is another spelling of the rule's, or one that developers write instead.
    func isMeant(by name: String) -> Bool {
        name.hasSameLetters(as: self.name.description)
            || misspellings.contains { name.hasSameLetters(as: $0.description) }
    }
}

extension String {
    /// Whether two names have the same letters and digits, without case, and without what separates words. Allocates
    /// nothing: a token may have thousands of names.
    fileprivate func hasSameLetters(as other: String) -> Bool {
        var (left, right) = (utf8.makeIterator(), other.utf8.makeIterator())
        while true {
            let (a, b) = (Self.nextLetter(&left), Self.nextLetter(&right))
            if a != b { return false }
            if a == nil { return true }
        }
    }

    private static func nextLetter(_ bytes: inout UTF8View.Iterator) -> UInt8? {
        while let byte = bytes.next() {
            switch byte {
            case 0x2D, 0x5F, 0x20, 0x2E: continue
            default: return byte.asciiLowercased
            }
        }
        return nil
    }
}
