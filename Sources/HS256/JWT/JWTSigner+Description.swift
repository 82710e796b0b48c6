// A signer keeps a hash that is begun with the secret; nothing that is printed of it may show that.

extension JWTSigner: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `JWTSigner(redacted)`.
    public var description: String { "JWTSigner(redacted)" }
    /// Always `JWTSigner(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension JWTSigner: CustomReflectable {
        /// A mirror with the header alone.
        public var customMirror: Mirror { Mirror(self, children: ["header": header]) }
    }
#endif
