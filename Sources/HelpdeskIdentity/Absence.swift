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
    ///   - rule: The rule of what is missing.
    ///   - token: The token.
    ///   - isHeader: Whether it belongs in the header.
    package init(of rule: ClaimRule, from token: borrowing TokenReader, isHeader: Bool) {
        let members = isHeader ? token.header.allMembers : token.claims.allMembers
        let others = isHeader ? token.claims.allMembers : token.header.allMembers
        let name = rule.name.description
        let missing = "\"\(name)\" is missing" + (isHeader ? " from the header" : "")
        if let found = members.members.first(where: { rule.isMeant(by: $0.name) })?.name.excerpt(quoted: false) {
            message = missing
            let differsInCase = found.utf8.elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 }
            clause = "; there is \"\(found)\" instead" + (differsInCase ? ", and upper and lower case count" : "")
            remedy = "Rename \"\(found)\" to \"\(name)\""
            otherName = found
        } else if others[name] != nil, name != "typ" {
            let (here, there) = isHeader ? ("payload", "header") : ("header", "payload")
            message = "\"\(name)\" is missing from the \(there): it is in the \(here)"
            clause = ""
            remedy =
                "Move \"\(name)\" to the \(there)" + (isHeader ? ": it is an option of the function that signs" : "")
        } else if let parent = Self.parent(of: name, in: members) {
            message = "\"\(name)\" is missing at the top level: it is inside \"\(parent)\""
            clause = ""
            remedy = "Sign the members of \"\(parent)\" themselves, not nested in an object"
        } else {
            message = missing
            clause = ""
            remedy = nil
        }
    }

    /// The object in which a claim is, one level too deep.
    private static func parent(of name: String, in members: JSONObject) -> String? {
        for member in members.members {
            guard case .object(let object) = member.value, object[name] != nil else { continue }
            return member.name.excerpt(quoted: false)
        }
        return nil
    }
}

extension ClaimRule {
    /// Whether a name is another spelling of the rule's, or one that developers write instead.
    func isMeant(by name: String) -> Bool {
        let letters = name.lettersOfName
        return letters == self.name.description.lettersOfName
            || misspellings.contains { $0.description.lettersOfName == letters }
    }
}

extension String {
    /// The letters and digits of a name, without case, and without what separates words.
    fileprivate var lettersOfName: [UInt8] {
        utf8.compactMap { byte in
            switch byte {
            case 0x41...0x5A: return byte | 0x20
            case 0x2D, 0x5F, 0x20, 0x2E: return nil
            default: return byte
            }
        }
    }
}
