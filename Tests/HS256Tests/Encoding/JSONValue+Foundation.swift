import Foundation
import HS256

extension JSONValue {
    /// Whether a value is what Foundation's `JSONSerialization` gave for the same text.
    ///
    /// Fractions are compared nearly: Foundation reads some of them by way of `Decimal`, whose way to `Double` rounds
    /// twice.
    func isSame(as object: Any) -> Bool {
        switch self {
        case .null: return object is NSNull
        case .bool(let value): return (object as? Bool) == value
        case .number(let number):
            guard let foundation = object as? NSNumber else { return false }
            if let integer = number.int64 { return foundation.int64Value == integer }
            return abs(foundation.doubleValue - number.double) <= abs(number.double) * 1e-14
        case .string(let string):
            return (object as? String).map { $0.utf8.elementsEqual(string.utf8) } ?? false
        case .array(let elements):
            guard let array = object as? [Any], array.count == elements.count else { return false }
            return zip(elements, array).allSatisfy { $0.isSame(as: $1) }
        case .object(let members):
            guard let dictionary = object as? [String: Any], dictionary.count == members.members.count else {
                return false
            }
            return members.members.allSatisfy { member in
                dictionary[member.name].map { member.value.isSame(as: $0) } ?? false
            }
        }
    }
}
