import HS256
import Testing

@Suite("JSON objects")
struct JSONObjectTests {
    @Test("Members stay in the order given")
    func order() throws {
        let object = try JSONObject([.init("z", 1), .init("a", 2), .init("m", 3)])
        #expect(object.members.map(\.name) == ["z", "a", "m"])
        #expect(object.description == #"{"z":1,"a":2,"m":3}"#)
        guard case .object(let parsed) = try JSONValue(parsing: object.description) else { return }
        #expect(parsed == object)
        #expect(parsed.members.map(\.name) == ["z", "a", "m"])
    }

    @Test("A value is got by its name, code point by code point")
    func get() {
        let object: JSONObject = ["a": 1, "caf\u{E9}": 2, "": 3, "null": nil]
        #expect(object["a"] == 1)
        #expect(object["caf\u{E9}"] == 2)
        #expect(object["cafe\u{301}"] == nil)
        #expect(object[""] == 3)
        #expect(object["A"] == nil)
        #expect(object["null"] == .some(.null))
        #expect(object["missing"] == nil)
    }

    @Test("Setting replaces a member where it stands, appends, or removes")
    func set() {
        var object: JSONObject = ["a": 1, "b": 2, "c": 3]
        object["b"] = "new"
        #expect(object == ["a": 1, "b": "new", "c": 3])
        object["d"] = 4
        #expect(object == ["a": 1, "b": "new", "c": 3, "d": 4])
        object["a"] = nil
        #expect(object == ["b": "new", "c": 3, "d": 4])
        object["missing"] = nil
        #expect(object == ["b": "new", "c": 3, "d": 4])
        object["c"] = .some(.null)
        #expect(object.description == #"{"b":"new","c":null,"d":4}"#)
        object["cafe\u{301}"] = 1
        object["caf\u{E9}"] = 2
        #expect(object.members.count == 5)
    }

    @Test("Two members of the same name are refused")
    func duplicates() throws {
        #expect(throws: JSONError.duplicateName("a")) {
            try JSONObject([.init("a", 1), .init("b", 2), .init("a", nil)])
        }
        #expect(try JSONObject([.init("caf\u{E9}", 1), .init("cafe\u{301}", 2)]).members.count == 2)
    }

    @Test("An object with or without members")
    func isEmpty() {
        var object = JSONObject()
        #expect(object.isEmpty)
        #expect(object == [:])
        #expect(object.description == "{}")
        object["a"] = 1
        #expect(!object.isEmpty)
    }

    @Test("Equality takes order, names and values into account")
    func equality() {
        let object: JSONObject = ["a": 1, "b": 2]
        #expect(object == ["a": 1, "b": 2])
        #expect(object != ["b": 2, "a": 1])
        #expect(object != ["a": 1])
        #expect(object != ["a": 1, "b": 3])
        #expect(object != ["a": 1, "c": 2])
        #expect(JSONObject.Member("caf\u{E9}", 1) != JSONObject.Member("cafe\u{301}", 1))
        #expect(JSONObject.Member("a", 1) == JSONObject.Member("a", 1))
    }

    @Test("A literal with two members of the same name traps")
    func literalTraps() async {
        await #expect(processExitsWith: .failure) { _ = ["a": 1, "a": 2] as JSONObject }
        await #expect(processExitsWith: .failure) { _ = ["a": 1, "a": 2] as JSONValue }
    }
}
