extension HMACSHA256.AuthenticationCode: CustomStringConvertible, CustomDebugStringConvertible {
    /// Always `AuthenticationCode(redacted)`: who reads the right code in a log can put it under a forged message.
    public var description: String { "AuthenticationCode(redacted)" }
    /// Always `AuthenticationCode(redacted)`.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension HMACSHA256.AuthenticationCode: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
