/// What a token's payload stands for. Valid as long as its memory is.
@safe
struct DecodedPayload {
    /// The bytes.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The special ones, if they were marked when the payload was decoded.
    let special: SpecialBytes?

    @unsafe
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ special: SpecialBytes? = nil) {
        unsafe self.bytes = bytes
        self.special = special
    }
}
