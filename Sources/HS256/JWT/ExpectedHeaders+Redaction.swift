extension ExpectedHeaders: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `ExpectedHeaders(redacted)`: it holds hash states that are as secret as the key.
    var description: String { "ExpectedHeaders(redacted)" }
    /// Always `ExpectedHeaders(redacted)`.
    var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension ExpectedHeaders: CustomReflectable {
        /// A mirror without children.
        var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
