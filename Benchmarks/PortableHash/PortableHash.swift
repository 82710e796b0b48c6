import HS256

/// SHA-256 on the back end for processors without SHA instructions, whatever the running processor has.
public enum PortableHash {
    /// The digest of a message.
    public static func hash(_ message: [UInt8]) -> SHA256.Digest {
        var hash = SHA256(backend: .portable)
        hash.update(message)
        return hash.finalize()
    }
}
