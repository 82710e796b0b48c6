/// Something that gets bytes of a stranger's. A crash, a sanitizer's complaint and a broken ``require(_:_:)`` all count.
protocol FuzzTarget {
    /// The name for `FUZZ_TARGET`, and of the folder of its corpus.
    static var name: String { get }
    /// Called once, before the first input.
    static func prepare()
    /// Called with each input.
    static func run(_ input: [UInt8])
}

extension FuzzTarget {
    static func prepare() {}
}

enum FuzzTargets {
    static var all: [any FuzzTarget.Type] {
        [
            Base64URLTarget.self, JSONTarget.self, FoundationJSONTarget.self, HeaderTarget.self, VerifyTarget.self,
            VerifierTarget.self, DiagnoseTarget.self, CheckTarget.self,
        ]
    }
}

/// Stops the fuzzer where a property does not hold.
func require(_ condition: Bool, _ property: @autoclosure () -> String) {
    if !condition { fatalError("PROPERTY BROKEN: \(property())") }
}
