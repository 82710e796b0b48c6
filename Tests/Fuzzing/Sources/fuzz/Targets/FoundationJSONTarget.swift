import Foundation
import HS256

/// The JSON reader against Foundation's `JSONSerialization`: what the library accepts, Foundation accepts too, and reads
/// the same in it. The differences that there are have names here.
enum FoundationJSONTarget: FuzzTarget {
    static let name = "json-foundation"

    static func run(_ input: [UInt8]) {
        guard let value = try? JSONValue(parsing: input), !value.hasNumberBeyondDouble else { return }
        let foundation: Any
        do {
            foundation = try JSONSerialization.jsonObject(with: Data(input), options: .fragmentsAllowed)
        } catch {
            return require(false, "Foundation accepts it too: \(error)")
        }
        require(value.isSame(as: foundation), "Foundation reads the same: \(value) is \(foundation)")
    }
}

extension JSONValue {
    /// The first difference: Foundation refuses a number that no `Double` holds, such as 1e400.
    fileprivate var hasNumberBeyondDouble: Bool {
        switch self {
        case .number(let number): return !number.double.isFinite
        case .array(let elements): return elements.contains { $0.hasNumberBeyondDouble }
        case .object(let object): return object.members.contains { $0.value.hasNumberBeyondDouble }
        default: return false
        }
    }

    /// Whether a value is what Foundation has read.
    fileprivate func isSame(as object: Any) -> Bool {
        switch self {
        case .null: return object is NSNull
        case .bool(let bool): return (object as? Bool) == bool
        case .number(let number): return number.isSame(as: object)
        case .string(let string):
            return (object as? String)?.withoutMarks.utf8.elementsEqual(string.withoutMarks.utf8) ?? false
        case .array(let elements):
            guard let array = object as? [Any], array.count == elements.count else { return false }
            return zip(elements, array).allSatisfy { $0.isSame(as: $1) }
        case .object(let members):
            guard let dictionary = object as? [String: Any] else { return false }
            // The second difference: the names of a dictionary are the same where they are canonically equivalent.
            let names = Set(members.members.map { $0.name.withoutMarks })
            guard names.count == members.members.count else { return true }
            let theirs = Dictionary(dictionary.map { ($0.withoutMarks, $1) }) { first, _ in first }
            return theirs.count == names.count
                && members.members.allSatisfy { member in
                    theirs[member.name.withoutMarks].map { member.value.isSame(as: $0) } ?? false
                }
        }
    }
}

extension String {
    /// The third difference: Foundation leaves out a byte-order mark at the beginning of a string and behind an escape.
    fileprivate var withoutMarks: String {
        var scalars = unicodeScalars
        scalars.removeAll { $0 == "\u{FEFF}" }
        return String(scalars)
    }
}

extension JSONNumber {
    /// Integers are the same to the last digit. The fourth difference: Foundation reads some fractions by way of `Decimal`,
    /// whose way to `Double` rounds twice.
    fileprivate func isSame(as object: Any) -> Bool {
        guard let number = object as? NSNumber else { return false }
        if let integer = int64 { return number.int64Value == integer }
        return abs(number.doubleValue - double) <= abs(double) * 1e-14
    }
}
