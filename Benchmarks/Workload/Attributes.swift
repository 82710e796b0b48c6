/// Names and values of a visitor's attributes: W5 has a hundred of them.
package enum Attributes {
    package typealias Attribute = (name: String, value: String)

    /// `"attr_007":"value_007_abcdefghijklmnop"` and so on.
    package static func numbered(_ numbers: Range<Int>) -> [Attribute] {
        numbers.map { number in
            let digits = String(String(1_000 + number % 1_000).suffix(3))
            // Past a thousand, other names: those of one object must differ.
            let letter = number < 1_000 ? "attr_" : "more_"
            return ("\(letter)\(digits)", "value_\(digits)_abcdefghijklmnop")
        }
    }

    /// As many attributes as make `byteCount` bytes as members of an object, without its braces; the last value takes
    /// up what is left over.
    package static func filling(_ byteCount: Int) -> [Attribute] {
        let each = self.byteCount(of: ("attr_000", "value_000_abcdefghijklmnop"))
        // A comma stands between two.
        let count = max(1, (byteCount + 1) / (each + 1))
        var attributes = numbered(0..<count)
        let others = attributes.dropLast().map { self.byteCount(of: $0) + 1 }.reduce(0, +)
        let last = byteCount - others - self.byteCount(of: (attributes[count - 1].name, ""))
        expect(last >= 0, "\(byteCount) bytes are too few for an attribute")
        attributes[count - 1].value = String(repeating: "v", count: last)
        return attributes
    }

    /// `"name":"value"`.
    private static func byteCount(of attribute: Attribute) -> Int {
        attribute.name.utf8.count + attribute.value.utf8.count + 5
    }
}
