extension JWTSigner: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `JWTSigner(redacted)`: a signer holds hash states that are as secret as its key.
    public var description: String { "JWTSigner(redacted)" }
    /// Always `JWTSigner(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension JWTSigner: CustomReflectable {
        /// A mirror that shows the header and nothing else.
        public var customMirror: Mirror { Mirror(self, children: ["header": header]) }
    }
#endif
