import HS256
import Testing

@Suite("Names of a JSON object are unique")
struct JSONNamesTests {
    @Test(
        "Two members of the same name, escapes resolved",
        arguments: [
            (#"{"a":1,"a":1}"#, "a"), (#"{"a":1,"b":2,"a":3}"#, "a"), (#"{"":1,"":2}"#, ""),
            (#"{"a":1,"\u0061":2}"#, "a"), (#"{"\u0061":1,"a":2}"#, "a"), (#"{"\u0061":1,"\u0061":2}"#, "a"),
            (#"{"a/b":1,"a\/b":2}"#, "a/b"), (#"{"\n":1,"\u000a":2}"#, "\n"), (#"{"\u000A":1,"\u000a":2}"#, "\n"),
            (#"{"é":1,"\u00e9":2}"#, "\u{E9}"), (#"{"\ud83d\ude00":1,"😀":2}"#, "😀"), (#"{"€":1,"\u20AC":2}"#, "€"),
            (#"{"exp":1,"iat":2,"e\u0078p":3}"#, "exp"), (#"{"a":{"a":1},"a":2}"#, "a"),
            (#"{"x":{"a":1,"a":2}}"#, "a"), (#"[[{"x":[{"b":1,"c":2,"b":3}]}]]"#, "b"),
            (#"{"a":[{"c":1}],"b":{"c":{"d":1,"d":2}}}"#, "d"),
        ])
    func duplicates(text: String, name: String) {
        #expect(throws: JSONError.duplicateName(name)) { try JSONValue(parsing: text) }
    }

    @Test(
        "Names that differ, or stand in different objects",
        arguments: [
            #"{"a":1,"A":2}"#, #"{"a":1,"aa":2,"aaa":3,"":4}"#, #"{"a":{"a":{"a":1}}}"#, #"[{"a":1},{"a":2}]"#,
            #"{"a":{"b":1},"b":2}"#, #"{"a":"a","b":"a"}"#, #"{"a":1,"a\u0000":2}"#, #"{"ab":1,"a":2,"b":3}"#,
            // The composed letter and the letter with a combining accent: RFC 7515 5.3.
            "{\"caf\u{E9}\":1,\"cafe\u{301}\":2}", #"{"caf\u00e9":1,"cafe\u0301":2}"#, "{\"\u{212B}\":1,\"\u{C5}\":2}",
            "{\"\\r\\n\":1,\"\\n\":2,\"\\r\":3}", #"{"\\u0061":1,"a":2}"#,
        ])
    func differing(text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(try JSONValue(parsing: value.description) == value)
    }

    /// Few members are compared each with each, more are sorted; both sides of that border.
    @Test("Any two of many members", arguments: [2, 15, 16, 17, 18, 40])
    func anyTwo(count: Int) throws {
        for first in 0..<count {
            for second in stride(from: first + 1, to: count, by: first % 3 + 1) {
                // Names of the same length and of different ones, the later ones not in the order of the alphabet.
                var names = (0..<count).map { "n\($0 * 7 % count)" }
                names[second] = names[first]
                #expect(throws: JSONError.duplicateName(names[first]), "\(first) and \(second)") {
                    try JSONValue(parsing: object(names))
                }
                names[second] = "\\u006e" + names[second].dropFirst()
                #expect(throws: JSONError.duplicateName(names[first]), "\(first) and \(second), escaped") {
                    try JSONValue(parsing: object(names))
                }
            }
        }
        _ = try JSONValue(parsing: object((0..<count).map { "n\($0)" }))
    }

    @Test("Many members whose names only look alike, or are beginnings of one another")
    func manyDiffering() throws {
        let names =
            (0..<40).map { String(repeating: "a", count: $0) } + [
                "caf\u{E9}", "cafe\u{301}", "\\u0000", "\\u0000\\u0000",
            ]
        guard case .object(let members) = try JSONValue(parsing: object(names)) else { return }
        #expect(members.members.count == names.count)
    }

    @Test("Members are counted in their own object, whatever those before hold")
    func nestedMany() {
        let inner = object((0..<20).map { "m\($0)" })
        let outer = (0..<20).map { "\"m\($0)\":\(inner)" }
        #expect(throws: Never.self) { try JSONValue(parsing: "{\(outer.joined(separator: ","))}") }
        #expect(throws: JSONError.duplicateName("m3")) {
            try JSONValue(parsing: "{\((outer + ["\"m3\":0"]).joined(separator: ","))}")
        }
    }

    @Test("Thousands of members are no bargain for an attacker", .timeLimit(.minutes(1)))
    func thousands() throws {
        let names = (0..<5000).map { "member number \($0)" }
        #expect(throws: Never.self) { try JSONValue(parsing: object(names)) }
        #expect(throws: JSONError.duplicateName(names[4000])) { try JSONValue(parsing: object(names + [names[4000]])) }
    }

    private func object(_ names: [String]) -> String {
        "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
    }
}
