/// A place for a value that is not there yet and is put there once.
///
/// A variable of an optional type would do, but the value would be copied out of it, and everything in it retained.
@safe
@usableFromInline
package struct FilledOnce<Value>: ~Copyable {
    @usableFromInline
    let memory: UnsafeMutablePointer<Value>
    @usableFromInline
    var isFilled = false

    @inlinable
    @inline(__always)
    @unsafe
    init(_ memory: UnsafeMutablePointer<Value>) {
        unsafe self.memory = memory
    }

    @inlinable
    @inline(__always)
    deinit {
        if isFilled { unsafe memory.deinitialize(count: 1) }
    }

    /// Puts the value there, once.
    @inlinable
    @inline(__always)
    package mutating func fill(_ value: consuming Value) {
        precondition(!isFilled, "there is a value already")
        unsafe memory.initialize(to: value)
        isFilled = true
    }

    /// Takes the value, which must be there.
    @inlinable
    @inline(__always)
    mutating func take() -> Value {
        precondition(isFilled, "neither a value nor an error")
        isFilled = false
        return unsafe memory.move()
    }

    /// The value that `body` puts into the place it is given.
    @inlinable
    @inline(__always)
    package static func value(
        _ body: (inout FilledOnce) throws(HS256Error) -> Void
    ) throws(HS256Error) -> Value {
        unsafe try withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) {
            (memory: UnsafeMutableBufferPointer<Value>) throws(HS256Error) -> Value in
            var place = unsafe FilledOnce(memory.baseAddress.unsafelyUnwrapped)
            try body(&place)
            return place.take()
        }
    }
}
