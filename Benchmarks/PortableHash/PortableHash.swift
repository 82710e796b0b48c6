import HS256Primitives

/// SHA-256 without the processor's own instructions.
public enum PortableHash {
    /// The digest of a message.
    public static func hash(_ message: [UInt8]) -> SHA256.Digest {
        var hash = SHA256(backend: .portable)
        hash.update(message)
        return hash.finalize()
    }
}
